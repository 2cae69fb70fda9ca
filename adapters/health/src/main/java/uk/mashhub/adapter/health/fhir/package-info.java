/** FHIR R4 as this adapter takes it: read strictly, referred to inside one bundle only, fetched without a trace in logs. */
package uk.mashhub.adapter.health.fhir;
