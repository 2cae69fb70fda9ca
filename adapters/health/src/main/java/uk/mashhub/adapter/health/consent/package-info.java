/**
 * WHAT did somebody say of sharing, in FHIR? The hub's consent records as FHIR R4 {@code Consent} and back. Begin with
 * {@code ConsentOut}.
 */
package uk.mashhub.adapter.health.consent;
