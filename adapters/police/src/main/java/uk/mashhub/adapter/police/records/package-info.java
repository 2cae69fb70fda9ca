/** The records system: HTTPS, JSON, OAuth2 client credentials, as {@code police/records-system.openapi.yaml} says. */
package uk.mashhub.adapter.police.records;
