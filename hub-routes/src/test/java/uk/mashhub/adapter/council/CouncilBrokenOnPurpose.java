package uk.mashhub.adapter.council;

/** Breaks the rules of the adapters. */
public class CouncilBrokenOnPurpose {
    uk.mashhub.adapter.police.PoliceBrokenOnPurpose other;
    org.springframework.core.Ordered spring;
    org.apache.camel.CamelContext camel;
    ca.uhn.fhir.context.FhirContext fhir;
    org.bouncycastle.crypto.Digest digest;
}
