/** The FHIR door (FHIR R4, section 3.4 messaging). */
package uk.mashhub.hub.api.fhir;
