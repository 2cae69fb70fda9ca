/** The words of the field: WHAT the hub is talking about. Plain Java, no framework, null refused everywhere. */
package uk.mashhub.model;
