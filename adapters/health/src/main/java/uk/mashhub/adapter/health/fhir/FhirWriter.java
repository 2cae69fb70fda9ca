package uk.mashhub.adapter.health.fhir;

import org.hl7.fhir.r4.model.Resource;

/** Writes a resource of FHIR R4. */
public final class FhirWriter {
    private FhirWriter() {}

    /** The JSON form, on one line. */
    public static String json(Resource resource) {
        return R4.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    /** The XML form. */
    public static String xml(Resource resource) {
        return R4.CONTEXT.newXmlParser().encodeResourceToString(resource);
    }
}
