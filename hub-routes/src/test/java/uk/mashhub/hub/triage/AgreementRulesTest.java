package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What a record of agreement must say. Today is 2 November 2026. */
class AgreementRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final PersonId CHILD = new PersonId(new UUID(1, 1));
    private static final PersonId MOTHER = new PersonId(new UUID(1, 2));

    /** Why it is refused; empty if it is not. */
    private static String refused(Act.RecordAgreement act) throws IOException {
        Area area = Partnership.load(Path.of("../config/areas")).areas().get(0);
        Packet packet = mock(Packet.class);
        when(packet.people())
                .thenReturn(List.of(
                        person(CHILD, TODAY.minusYears(16).plusDays(1), SubjectRole.INDEX_CHILD),
                        person(MOTHER, TODAY.minusYears(40), SubjectRole.PARENT)));
        try {
            AgreementRules.check(act, area, packet, TODAY);
            return "";
        } catch (NotAllowed e) {
            return e.reason();
        }
    }

    private static PacketPerson person(PersonId id, LocalDate born, SubjectRole role) {
        return new PacketPerson(
                id,
                Set.of(role),
                new PersonDetails(
                        List.of(PersonName.usual("A", "Sample")),
                        Optional.of(BirthDate.accurate(born)),
                        Sex.UNKNOWN,
                        List.of(),
                        List.of(),
                        List.of()),
                List.of());
    }

    private static Act.RecordAgreement said(ConsentState state, Set<PersonId> covers, ConsentTerms terms) {
        return new Act.RecordAgreement(state, covers, "by telephone", Optional.empty(), Optional.of(terms));
    }

    private static ConsentTerms parent() {
        return parent(Optional.empty(), Optional.empty());
    }

    private static ConsentTerms parent(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new ConsentTerms(ConsentGiver.PARENT, Optional.of(MOTHER), Optional.empty(), ConsentScope.ALL, from, to);
    }

    private static ConsentTerms self(Competence.Kind kind, String by, LocalDate on) {
        return new ConsentTerms(
                ConsentGiver.SELF,
                Optional.empty(),
                Optional.of(new Competence(kind, by, Optional.of(on))),
                ConsentScope.ALL,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void takesAParentsWord() throws IOException {
        assertThat(refused(said(ConsentState.GIVEN, Set.of(CHILD, MOTHER), parent())))
                .isEmpty();
    }

    @Test
    void wantsToKnowInWhatCapacityItWasSaid() throws IOException {
        assertThat(refused(new Act.RecordAgreement(
                        ConsentState.REFUSED, Set.of(CHILD), "her mother", Optional.empty(), Optional.empty())))
                .startsWith("Choose in what capacity");
    }

    @Test
    void wantsToKnowWhoFoundAChildUnder16Competent() throws IOException {
        ConsentTerms presumed = self(Competence.Kind.CAPACITY_PRESUMED, "", TODAY);
        assertThat(refused(said(ConsentState.GIVEN, Set.of(CHILD), presumed))).contains("Gillick");
        assertThat(refused(said(ConsentState.REFUSED, Set.of(CHILD), presumed))).contains("Gillick");
        assertThat(refused(said(ConsentState.GIVEN, Set.of(MOTHER), presumed))).isEmpty();
        assertThat(refused(said(ConsentState.GIVEN, Set.of(CHILD), self(Competence.Kind.GILLICK_COMPETENT, "", TODAY))))
                .startsWith("Say who assessed");
        assertThat(refused(said(
                        ConsentState.GIVEN,
                        Set.of(CHILD),
                        self(Competence.Kind.GILLICK_COMPETENT, "the nurse", TODAY.plusDays(1)))))
                .startsWith("Give the day of the assessment");
        assertThat(refused(said(
                        ConsentState.GIVEN,
                        Set.of(CHILD),
                        self(Competence.Kind.GILLICK_COMPETENT, "the nurse", TODAY))))
                .isEmpty();
    }

    @Test
    void takesNoAgreementOfSomebodyWhoCannotDecide() throws IOException {
        ConsentTerms unable = self(Competence.Kind.NOT_GILLICK_COMPETENT, "the nurse", TODAY);
        assertThat(refused(said(ConsentState.GIVEN, Set.of(CHILD), unable))).startsWith("Whoever cannot decide");
        assertThat(refused(said(ConsentState.REFUSED, Set.of(CHILD), unable))).isEmpty();
    }

    @Test
    void letsNobodySpeakForThemselvesOfOthers() throws IOException {
        ConsentTerms self = self(Competence.Kind.GILLICK_COMPETENT, "the nurse", TODAY);
        assertThat(refused(said(ConsentState.GIVEN, Set.of(CHILD, MOTHER), self)))
                .startsWith("Whoever speaks for themselves");
    }

    @Test
    void wantsDaysThatMakeSense() throws IOException {
        assertThat(refused(said(
                        ConsentState.GIVEN, Set.of(CHILD), parent(Optional.of(TODAY.plusDays(1)), Optional.empty()))))
                .startsWith("Give a first day");
        assertThat(refused(said(
                        ConsentState.REFUSED,
                        Set.of(CHILD),
                        parent(Optional.of(TODAY), Optional.of(TODAY.minusDays(1))))))
                .startsWith("The last day");
        assertThat(refused(said(
                        ConsentState.GIVEN, Set.of(CHILD), parent(Optional.empty(), Optional.of(TODAY.minusDays(1))))))
                .startsWith("An agreement that is over");
        assertThat(refused(said(ConsentState.GIVEN, Set.of(CHILD), parent(Optional.of(TODAY), Optional.of(TODAY)))))
                .isEmpty();
    }

    @Test
    void wantsTheReasonWhereNobodyWasAsked() throws IOException {
        Optional<NotSoughtReason> because = Optional.of(NotSoughtReason.CANNOT_BE_GIVEN);
        assertThat(refused(new Act.RecordAgreement(
                        ConsentState.NOT_SOUGHT, Set.of(CHILD), "", Optional.empty(), Optional.empty())))
                .contains("Sch 1 para 18");
        assertThat(refused(new Act.RecordAgreement(
                        ConsentState.NOT_SOUGHT, Set.of(CHILD), "", because, Optional.of(parent()))))
                .startsWith("Where nobody was asked");
        assertThat(refused(
                        new Act.RecordAgreement(ConsentState.NOT_SOUGHT, Set.of(CHILD), "", because, Optional.empty())))
                .isEmpty();
        assertThat(refused(new Act.RecordAgreement(
                        ConsentState.GIVEN, Set.of(CHILD), "r", because, Optional.of(parent()))))
                .startsWith("Say why it was not sought only");
    }

    @Test
    void knowsTheAgenciesOfTheArea() throws IOException {
        ConsentScope elsewhere = new ConsentScope(Set.of(new AgencyId("elsewhere")), Set.of(), Set.of(), Set.of());
        assertThat(refused(said(
                        ConsentState.GIVEN,
                        Set.of(CHILD),
                        new ConsentTerms(
                                ConsentGiver.PARENT,
                                Optional.of(MOTHER),
                                Optional.empty(),
                                elsewhere,
                                Optional.empty(),
                                Optional.empty()))))
                .startsWith("Choose agencies");
    }
}
