package uk.mashhub.hub.api.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Consents as FHIR R4, recorded by the act of the form and read as far as the reader's packet goes. */
class ConsentDoorTest extends ConsentRoom {
    @Test
    void recordsWhatTheFormWouldAndTheLogSaysSo() {
        long before = logged("AGREEMENT");

        ResponseEntity<byte[]> answer = post(screening, agreed(screening, "c-1"));

        assertThat(answer.getStatusCode().value()).as(text(answer)).isEqualTo(201);
        assertThat(recorded()).singleElement().satisfies(c -> {
            assertThat(c.state()).isEqualTo(ConsentState.GIVEN);
            assertThat(c.covers()).containsExactly(child.id());
            assertThat(c.givenBy()).isEqualTo("Her mother, by telephone");
            assertThat(c.terms().orElseThrow().by()).contains(mother.id());
            assertThat(c.terms().orElseThrow().scope().agencies()).containsExactly(HEALTH);
            assertThat(c.recorded()).isPresent();
        });
        assertThat(logged("AGREEMENT")).isEqualTo(before + 1);
    }

    @Test
    void isDecidedAgainAtOnce() {
        Reader decision = reader("council-decision");
        assertThat(view(decision)).doesNotContain("Do not tell");

        ResponseEntity<byte[]> answer = post(
                screening,
                written(
                        screening,
                        "c-2",
                        ConsentState.NOT_SOUGHT,
                        Optional.of(NotSoughtReason.WOULD_PREJUDICE_PROTECTION),
                        Optional.empty()));

        assertThat(answer.getStatusCode().value()).as(text(answer)).isEqualTo(201);
        assertThat(view(decision)).contains("Do not tell the person whom it is about");
    }

    @Test
    void takesARepeatOnceAndRefusesAnotherRecordUnderItsName() {
        Consent consent = agreed(screening, "c-3");
        post(screening, consent);
        String spread = parser().setPrettyPrint(true).encodeResourceToString(consent);

        assertThat(post(screening, spread.getBytes(StandardCharsets.UTF_8))
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        assertThat(recorded()).hasSize(1);

        consent.getProvision().setType(Consent.ConsentProvisionType.DENY);
        ResponseEntity<byte[]> other = post(screening, consent);

        assertThat(other.getStatusCode().value()).isEqualTo(409);
        assertThat(issue(other).getCode()).isEqualTo(OperationOutcome.IssueType.DUPLICATE);
        assertThat(recorded()).hasSize(1);
        assertThat(post(screening, agreed(screening, "c-3b")).getStatusCode().value())
                .as("another name")
                .isEqualTo(201);
        assertThat(recorded()).hasSize(2);
    }

    @Test
    void writesTheSameAgainForWhoRecordedItAndTheHandlesOfThatPage() {
        post(screening, agreed(screening, "c-7"));

        assertThat(listed(screening)).singleElement().satisfies(c -> {
            assertThat(c.getStatus()).isEqualTo(Consent.ConsentState.ACTIVE);
            assertThat(c.getPatient().getIdentifier().getValue()).isEqualTo(handle(screening, child));
            assertThat(c.getPerformerFirstRep().getDisplay()).isEqualTo("Her mother, by telephone");
            assertThat(c.getIdElement().getIdPart()).matches("[0-9a-f]{32}");
        });
    }

    @Test
    void givesEachReaderOnlyWhatTheirPacketShows() {
        post(screening, agreed(screening, "c-8"));
        Reader decision = reader("council-decision");

        assertThat(listed(decision)).singleElement().satisfies(c -> {
            assertThat(c.getPatient().getIdentifier().getValue())
                    .isEqualTo(handle(decision, child))
                    .isNotEqualTo(handle(screening, child));
            // Nothing that is shown names her mother, and the words are another team's.
            assertThat(c.getPerformerFirstRep().hasIdentifier()).isFalse();
            assertThat(c.getPerformerFirstRep().hasDisplay()).isFalse();
        });
        assertThat(listed(reader("education-desk"))).isEmpty();
    }

    @Test
    void logsALookBeforeItIsServed() {
        post(screening, agreed(screening, "c-9"));
        long before = consentsOpened();

        listed(screening);

        assertThat(consentsOpened()).isEqualTo(before + 1);
        listed(reader("education-desk"));
        assertThat(consentsOpened()).isEqualTo(before + 1);
    }

    private long consentsOpened() {
        return hub.database
                .app
                .sql("select count(*) from log_entry where act = 'OPENING'"
                        + " and convert_from(entry, 'UTF8') like '%CONSENTS%'")
                .query(Long.class)
                .single();
    }

    /** A name stands for one record of the enquiry, whichever child's packet it comes through. */
    @Test
    void refusesANameThatWasUsedThroughAnotherPacket() {
        PacketPerson ada = people.person("Ada", 2014, SubjectRole.INDEX_CHILD);
        PacketPerson otto = people.person("Otto", 2015, SubjectRole.INDEX_CHILD);
        EnquiryId both = hub.refer(List.of(ada, otto), List.of(name(ada, "Ada"), name(otto, "Otto")));
        Consent consent = agreed(screening, "c-10");
        consent.getPerformer().forEach(p -> p.setIdentifier(null));

        assertThat(through(both, ada, consent).getStatusCode().value()).isEqualTo(201);
        ResponseEntity<byte[]> answer = through(both, otto, consent);

        assertThat(answer.getStatusCode().value()).as(text(answer)).isEqualTo(409);
        assertThat(hub.packet(both).consents()).hasSize(1);
    }

    private ResponseEntity<byte[]> through(EnquiryId in, PacketPerson whose, Consent consent) {
        ViewHead packet = hub.views.headsOf(in).stream()
                .filter(h -> h.key().team().equals(screening.team().id()))
                .filter(h -> h.key().perspective().equals(whose.id()))
                .findFirst()
                .orElseThrow();
        consent.getPatient().getIdentifier().setValue(handles.person(packet.key(), whose.id()));
        return post(screening, packet, consent);
    }

    @Test
    void hidesInWhoseWordsAChildWasFoundCompetentFromOtherTeams() {
        ConsentTerms ownWord = new ConsentTerms(
                ConsentGiver.SELF,
                Optional.of(child.id()),
                Optional.of(new Competence(
                        Competence.Kind.GILLICK_COMPETENT,
                        "Nurse Ada at the clinic",
                        Optional.of(LocalDate.ofInstant(hub.clock.instant(), ZoneOffset.UTC)))),
                ConsentScope.ALL,
                Optional.empty(),
                Optional.empty());
        assertThat(hub.act(
                        screening.who(),
                        enquiry,
                        new Act.RecordAgreement(
                                ConsentState.GIVEN,
                                Set.of(child.id()),
                                "Herself",
                                Optional.empty(),
                                Optional.of(ownWord))))
                .isEmpty();

        assertThat(parser().encodeResourceToString(listed(screening).get(0))).contains("Nurse Ada at the clinic");
        assertThat(parser().encodeResourceToString(
                                listed(reader("council-decision")).get(0)))
                .contains("GILLICK_COMPETENT")
                .doesNotContain("Nurse Ada");
    }
}
