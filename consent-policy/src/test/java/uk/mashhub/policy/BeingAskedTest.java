package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.proof.Change;
import uk.mashhub.policy.proof.PolicyCheck;
import uk.mashhub.policy.proof.Rehearsal;
import uk.mashhub.policy.proof.RehearsalText;

/** An agency may refuse or condition its own being asked, below what the partnership has proved to be always asked. */
class BeingAskedTest {
    private static final String FILE = "agencies/exampleshire-police.yaml";
    private static final SourceId RECORDS = new SourceId("police-records");

    @TempDir
    Path directory;

    @TempDir
    Path other;

    private Draft draft;

    @BeforeEach
    void dropsTheShippedOnes() {
        draft = new Draft(directory).withoutAgencies();
    }

    private static String police(String gate, String when, String not, String then) {
        return String.join(
                "\n",
                "kind: agency-agreement",
                "id: added",
                "title: Added",
                "agency: exampleshire-police",
                "rules:",
                "  - id: ADD-01",
                "    gate: " + gate,
                "    title: T",
                "    reason: Ring the police desk.",
                "    law: [{cite: L}]",
                "    owner: O",
                "    review: 2027-04-01",
                "    when: {" + when + "}",
                "    then: " + then,
                "    examples:",
                "      permits: [{say: S, facts: {" + not + "}}]",
                "      refuses: [{say: S, facts: {" + when + "}}]",
                "");
    }

    private PolicyEngine with(String gate, String when, String not, String then) throws PolicyRefused {
        return new PolicyEngine(draft.put(FILE, police(gate, when, not, then)).load(), Policies.KEY);
    }

    private static Packet agreed(Purpose purpose) {
        return Packets.ordinary(purpose)
                .consent(ConsentState.GIVEN, People.CHILD, People.MOTHER)
                .done();
    }

    private static Permission ask(PolicyEngine engine, Packet packet, AgencyId agency, Sector sector) {
        return engine.mayAsk(packet, agency, sector, RECORDS);
    }

    @ParameterizedTest
    @CsvSource({"REFUSE", "REVIEW"})
    void takesAwayWhereItSpeaksAndNowhereElse(Ruling ruling) throws PolicyRefused {
        PolicyEngine engine = with("MAY_ASK", "purpose: EARLY_HELP", "purpose: S17", ruling.name());
        assertThat(ask(engine, agreed(Purpose.EARLY_HELP), Audiences.POLICE, Sector.POLICE))
                .isEqualTo(new Permission(ruling, "ADD-01", "Ring the police desk.", "L"));
        assertThat(ask(engine, agreed(Purpose.EARLY_HELP), Audiences.HEALTH, Sector.HEALTH)
                        .allowed())
                .isTrue();
        assertThat(ask(engine, agreed(Purpose.S17), Audiences.POLICE, Sector.POLICE)
                        .allowed())
                .isTrue();
    }

    @Test
    void givesNothingThatThePartnershipRefuses() throws PolicyRefused {
        PolicyEngine engine = with("MAY_ASK", "purpose: EARLY_HELP", "purpose: S17", "REVIEW");
        Packet nobodyAgreed = Packets.ordinary(Purpose.EARLY_HELP).done();
        assertThat(ask(engine, nobodyAgreed, Audiences.POLICE, Sector.POLICE).ruling())
                .isEqualTo(Ruling.REFUSE);
    }

    @Test
    void leavesPeopleOutOfItsOwnQuestionsOnly() throws PolicyRefused {
        PolicyEngine engine = with(
                "ASK_ABOUT",
                "purpose: EARLY_HELP, personStanding: PARENT",
                "purpose: EARLY_HELP, personStanding: CHILD",
                "REFUSE");
        assertThat(askedAbout(engine, Audiences.POLICE, Sector.POLICE)).containsExactly(key(People.CHILD.value()));
        assertThat(askedAbout(engine, Audiences.HEALTH, Sector.HEALTH))
                .containsExactly(key(People.CHILD.value()), key(People.MOTHER.value()));
    }

    private static List<PersonKey> askedAbout(PolicyEngine engine, AgencyId agency, Sector sector) {
        return engine
                .question(
                        agreed(Purpose.EARLY_HELP),
                        agency,
                        sector,
                        RECORDS,
                        new QuestionId(new UUID(0x50L, 1)),
                        Packets.AS_AT,
                        p -> key(p.value()))
                .content()
                .people()
                .stream()
                .map(p -> p.key())
                .toList();
    }

    private static PersonKey key(UUID person) {
        return new PersonKey("k" + person.getLeastSignificantBits());
    }

    @Test
    void refusesToLoadWhatWouldAllowAndWhatTakesNothing() {
        assertThat(draft.put(FILE, police("MAY_ASK", "purpose: S17", "purpose: S47", "ALLOW"))
                        .problem())
                .hasToString(FILE + ":14: an agency's agreement may only narrow: REVIEW or REFUSE");
        assertThat(draft.put(FILE, police("ASK_ADDRESS", "sector: POLICE", "sector: HOUSING", "REFUSE"))
                        .problem())
                .hasToString(FILE + ":6: ADD-01 answers REFUSE where the partnership's rules allow no more: an agency's"
                        + " agreement may only narrow");
        assertThat(draft.put(FILE, police("MAY_ASK", "purpose: UNKNOWN", "purpose: S17", "REVIEW"))
                        .problem()
                        .what())
                .contains("answers REVIEW where");
    }

    @Test
    void isRefutedWhereEveryAgencyIsAlwaysAsked() throws PolicyRefused {
        draft.put(FILE, police("MAY_ASK", "purpose: S47", "purpose: S17", "REVIEW"))
                .load();
        assertThat(PolicyCheck.of(directory, LocalDate.of(2026, 11, 21)).proofs())
                .filteredOn(p -> !p.holds())
                .singleElement()
                .satisfies(p -> assertThat(p.invariant().id()).isEqualTo("INV-89"))
                .satisfies(p -> assertThat(p.example())
                        .startsWith("owner = exampleshire-police, ")
                        .contains("REVIEW", "ADD-01"));
    }

    @Test
    void isShadowedWhereThePartnershipRefusesAnyway() throws PolicyRefused {
        draft.put(FILE, police("MAY_ASK", "purpose: S47, OPEN_CASE: yes, sector: POLICE", "purpose: S17", "REFUSE"))
                .load();
        assertThat(PolicyCheck.of(directory, LocalDate.of(2026, 11, 21)).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.toString()).contains("SHADOWED", FILE + ":6", "ADD-01", "ASK-06"));
    }

    @Test
    void standsInARehearsalAsThatAgencysAlone() throws PolicyRefused {
        draft.load();
        new Draft(other)
                .withoutAgencies()
                .put(FILE, police("MAY_ASK", "purpose: EARLY_HELP", "purpose: S17", "REFUSE"))
                .load();
        Rehearsal.Report report = Rehearsal.of(directory, other);
        assertThat(report.changes())
                .filteredOn(c -> c.where().isPresent())
                .isNotEmpty()
                .extracting(Change::question)
                .containsOnly(Question.MAY_ASK);
        assertThat(RehearsalText.of(report))
                .anyMatch(l -> l.contains("where the agency asked is exampleshire-police; ")
                        && l.contains("purpose is early help"))
                .noneMatch(l -> l.contains("held by"));
    }
}
