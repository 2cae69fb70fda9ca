package uk.mashhub.hub.api.fhir;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** What partners' audit tools find under {@code /api/fhir} (FHIR R4 CapabilityStatement). */
final class AuditCapability {
    /** When this page last changed. */
    private static final Instant CHANGED = Instant.parse("2026-11-21T00:00:00Z");

    private AuditCapability() {}

    static CapabilityStatement statement() {
        CapabilityStatement statement = new CapabilityStatement()
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(Date.from(CHANGED))
                .setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1);
        statement.getImplementation().setDescription("MASH hub: disclosure log");
        statement.addFormat("application/fhir+json");
        CapabilityStatementRestComponent rest = statement.addRest();
        rest.setMode(CapabilityStatement.RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setDescription("A bearer token of the hub's identity provider, of an information governance lead.");
        CapabilityStatementRestResourceComponent events = rest.addResource();
        events.setType("AuditEvent");
        events.addSupportedProfile(AuditEvents.DISCLOSED);
        events.addSupportedProfile(AuditEvents.READ);
        events.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        parameter(events, "date", SearchParamType.DATE, "Days, with ge, le or eq.");
        parameter(events, "agent", SearchParamType.REFERENCE, "With :identifier: a staff id or a team.");
        parameter(
                events,
                "patient",
                SearchParamType.REFERENCE,
                "With :identifier: an NHS number, by POST _search alone.");
        parameter(
                events,
                "entity",
                SearchParamType.REFERENCE,
                "With :identifier: a log entry or an enquiry's reference.");
        parameter(events, "type", SearchParamType.TOKEN, "The kinds that an AuditEvent here has.");
        parameter(events, "subtype", SearchParamType.TOKEN, "An act of the log.");
        parameter(events, "outcome", SearchParamType.TOKEN, "0, or 4 for a refusal.");
        return statement;
    }

    private static void parameter(
            CapabilityStatementRestResourceComponent resource, String name, SearchParamType type, String words) {
        resource.addSearchParam().setName(name).setType(type).setDocumentation(words);
    }
}
