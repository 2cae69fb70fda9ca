package uk.mashhub.hub.api.fhir;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Identifier;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.consent.ConsentIn;
import uk.mashhub.adapter.health.consent.ConsentOut;
import uk.mashhub.adapter.health.fhir.FhirReader;
import uk.mashhub.adapter.health.fhir.FhirWriter;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.intake.Digests;
import uk.mashhub.hub.triage.ConsentRecords;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;

/** A Consent that came in, by its name, and what it says once people are known; and those that go out. */
final class ConsentMessage {
    /** Letters of a whole day, YYYY-MM-DD. */
    private static final int DAY = 10;

    private static final int LONGEST_NAME = 200;

    private final Consent resource;
    private final Identifier name;

    private ConsentMessage(Consent resource, Identifier name) {
        this.resource = resource;
        this.name = name;
    }

    /**
     * Reads one.
     *
     * @throws Unreadable if it is no R4 Consent in JSON, has a code that R4 does not know, or not exactly one name
     */
    static ConsentMessage read(byte[] body) throws Unreadable {
        FhirReader.Reading<Consent> reading = FhirReader.read(body, Consent.class);
        if (!reading.unknownTerms().isEmpty()) {
            // The reader leaves such a code out, and what is left may permit more.
            throw invalid(reading.unknownTerms().get(0).place(), "a code that is not known here");
        }
        Consent consent = reading.resource();
        if (consent.getIdentifier().size() != 1) {
            throw invalid("Consent.identifier", "exactly one is wanted, by which a repeat is known");
        }
        Identifier name = consent.getIdentifierFirstRep();
        if (!named(name.getSystem()) || !named(name.getValue())) {
            throw invalid(
                    "Consent.identifier[0]", "wants a system and a value, of at most " + LONGEST_NAME + " letters");
        }
        return new ConsentMessage(consent, name);
    }

    private static boolean named(@org.jspecify.annotations.Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    private static Unreadable invalid(String place, String reason) {
        return new Unreadable(Unreadable.Fault.NOT_VALID, place, reason);
    }

    /**
     * Follows from the name, for one team on one enquiry. Handles are another packet's, so the same record sent again through
     * the packet of a brother is another record under that name, and refused: never is one said twice.
     */
    ActId act(TeamId team, EnquiryId enquiry) {
        String all = String.join("\n", "consent", team.value(), enquiry.toString(), name.getSystem(), name.getValue());
        byte[] digest = Digests.of(all.getBytes(StandardCharsets.UTF_8));
        return new ActId(UUID.nameUUIDFromBytes(digest));
    }

    /** Of what it says, however it was laid out. */
    byte[] digest() {
        return Digests.of(FhirWriter.json(resource).getBytes(StandardCharsets.UTF_8));
    }

    /** What counts is the newest word; an older one than the day's is for a person to enter, who sees what was said since. */
    private void ofToday(LocalDate today) throws Unreadable {
        if (resource.hasDateTime()
                && (resource.getDateTimeElement().getValueAsString().length() < DAY
                        || LocalDate.parse(resource.getDateTimeElement()
                                        .getValueAsString()
                                        .substring(0, DAY))
                                .isBefore(today.minusDays(1)))) {
            throw invalid("Consent.dateTime", "is of an earlier day: enter it on the form");
        }
    }

    /** What it says cannot be honoured; thrown where a form would be refused. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Unreadable fault;

        Refused(Unreadable fault) {
            super("a Consent that cannot be honoured", null, false, false);
            this.fault = fault;
        }

        Unreadable fault() {
            return fault;
        }
    }

    /**
     * The act of the form that says the same.
     *
     * @param people whom a handle names
     * @param today in England
     * @throws Refused if it says anything that the hub cannot honour
     */
    Act act(Function<String, Optional<PersonId>> people, LocalDate today) {
        try {
            ofToday(today);
            uk.mashhub.model.enquiry.Consent record =
                    new ConsentIn(id -> ConsentIn.person(id).flatMap(people)).read(resource);
            return new Act.RecordAgreement(
                    record.state(), record.covers(), record.givenBy(), record.notSoughtBecause(), record.terms());
        } catch (Unreadable e) {
            throw new Refused(e);
        }
    }

    /** A searchset without a total: what somebody may not see is not counted. */
    static byte[] searchset(List<ConsentRecords.Said> said) {
        Bundle bundle = new Bundle();
        bundle.setType(Bundle.BundleType.SEARCHSET);
        for (ConsentRecords.Said one : said) {
            for (Consent consent :
                    ConsentOut.of(one.record(), p -> String.valueOf(one.names().get(p)))) {
                consent.setId(one.id());
                bundle.addEntry().setResource(consent).getSearch().setMode(SearchEntryMode.MATCH);
            }
        }
        return FhirWriter.json(bundle).getBytes(StandardCharsets.UTF_8);
    }
}
