package uk.mashhub.hub.api.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.log.Act;

/**
 * Lines of the index over the log as FHIR R4 AuditEvents. A packet made ready is a BALP PrivacyDisclosure.Source, an opening a BALP
 * PatientRead (IHE Basic Audit Log Patterns 1.1.4); any other act names its act and claims no profile. Nobody is named: what
 * the profiles want of the patient and of networks is there, marked as masked or not applicable.
 */
final class AuditEvents {
    static final String DISCLOSED =
            "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source";
    static final String READ = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead";
    static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
    static final String EVENT_TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    /** The acts of the log, see docs/log-format.md. */
    static final String ACT = "urn:uk.mashhub:log:act";

    static final String ENTRY = "urn:uk.mashhub:log:entry";
    static final String STAFF = "urn:uk.mashhub:staff";
    static final String TEAM = "urn:uk.mashhub:team";

    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
    private static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final String PURPOSE = "urn:uk.mashhub:purpose";
    private static final String HUB = "urn:uk.mashhub:hub";

    private AuditEvents() {}

    static AuditEvent of(LookupRow row) {
        AuditEvent event = new AuditEvent();
        event.setId(row.id().toString());
        event.setRecorded(Date.from(row.at()));
        event.setOutcome(
                row.act().equals(Act.REFUSAL.name())
                        ? AuditEvent.AuditEventOutcome._4
                        : AuditEvent.AuditEventOutcome._0);
        event.setOutcomeDesc(row.outcome());
        if (!row.purpose().equals("NONE")) {
            event.addPurposeOfEvent(new CodeableConcept(new Coding(PURPOSE, row.purpose(), null)));
        }
        event.getSource().setObserver(who(HUB, "mash-hub"));
        event.addSubtype(new Coding(ACT, row.act(), null));
        if (row.act().equals(Act.DISCLOSURE.name())) {
            disclosed(event, row);
        } else if (row.act().equals(Act.OPENING.name()) && row.of().isPresent()) {
            read(event, row);
        } else {
            event.setType(new Coding(ACT, row.act(), null));
            event.addAgent(user(row));
            event.addEntity(entry(row));
        }
        return event;
    }

    private static void disclosed(AuditEvent event, LookupRow row) {
        event.getMeta().addProfile(DISCLOSED);
        event.setType(new Coding(DCM, "110106", "Export"));
        event.setAction(AuditEvent.AuditEventAction.R);
        event.addSubtype(new Coding(LIFECYCLE, "disclose", null));
        event.addAgent(machine("110153", who(HUB, "mash-hub")));
        event.addAgent(machine("110152", who(TEAM, row.recipient())));
        event.addEntity(patient());
        event.addEntity(entry(row));
    }

    private static void read(AuditEvent event, LookupRow row) {
        event.getMeta().addProfile(READ);
        event.setType(new Coding(EVENT_TYPE, "rest", null));
        event.setAction(AuditEvent.AuditEventAction.R);
        event.addSubtype(new Coding(INTERACTION, "read", "read"));
        event.addAgent(machine("110152", who(TEAM, row.recipient())));
        event.addAgent(machine("110153", who(HUB, "mash-hub")));
        event.addAgent(user(row));
        event.addEntity(patient());
        event.addEntity(entry(row));
    }

    private static AuditEventAgentComponent machine(String role, Reference who) {
        AuditEventAgentNetworkComponent network = new AuditEventAgentNetworkComponent();
        network.addExtension(absent("not-applicable"));
        AuditEventAgentComponent agent = new AuditEventAgentComponent();
        agent.setType(new CodeableConcept(new Coding(DCM, role, null)));
        agent.setWho(who).setRequestor(false);
        return agent.setNetwork(network);
    }

    private static AuditEventAgentComponent user(LookupRow row) {
        AuditEventAgentComponent agent = new AuditEventAgentComponent();
        agent.setType(new CodeableConcept(new Coding(PARTICIPATION, "IRCP", "information recipient")));
        agent.setWho(who(STAFF, row.agent())).setRequestor(true);
        return agent;
    }

    private static AuditEventEntityComponent patient() {
        Reference somebody = new Reference().setType("Patient");
        somebody.addExtension(absent("masked"));
        return new AuditEventEntityComponent()
                .setType(new Coding(ENTITY_TYPE, "1", "Person"))
                .setRole(new Coding(OBJECT_ROLE, "1", "Patient"))
                .setWhat(somebody);
    }

    /** The entry of the log, by which anybody can check that it is there. */
    private static AuditEventEntityComponent entry(LookupRow row) {
        return new AuditEventEntityComponent()
                .setType(new Coding(ENTITY_TYPE, "2", "System Object"))
                .setRole(new Coding(OBJECT_ROLE, "3", "Report"))
                .setWhat(who(ENTRY, row.entry()));
    }

    private static Reference who(String system, String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(system).setValue(value));
    }

    private static Extension absent(String why) {
        return new Extension(ABSENT, new CodeType(why));
    }
}
