package uk.mashhub.adapter.health.fhir;

import ca.uhn.fhir.context.FhirContext;

/** The one FHIR context of this process: it takes a second to build and is thread-safe. */
final class R4 {
    static final FhirContext CONTEXT = context();

    private R4() {}

    private static FhirContext context() {
        FhirContext context = FhirContext.forR4();
        context.setParserErrorHandler(new StrictFaults());
        // Ids and references stay as the sender wrote them: they are resolved by BundleIndex alone.
        context.getParserOptions().setOverrideResourceIdWithBundleEntryFullUrl(false);
        context.getParserOptions().setStripVersionsFromReferences(false);
        return context;
    }
}
