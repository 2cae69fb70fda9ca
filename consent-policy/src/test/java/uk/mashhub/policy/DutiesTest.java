package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.fact.ActsFor;

/** Statutory duties add somebody who must look, and give nothing; the one push has a form of its own. */
class DutiesTest {
    @TempDir
    Path directory;

    private static Items held(AgencyId owner) {
        return Items.of(DataClass.CHILD_HEALTH)
                .heldBy(owner, "some-source")
                .about(People.CHILD, SubjectRole.INDEX_CHILD)
                .field(FieldKind.STATUS, "seen");
    }

    private static Packets withheld(Purpose purpose, AgencyId owner) {
        return Packets.ordinary(purpose).item(held(owner)).act(Items.id(1), OwnerAct.Kind.HOLD, "");
    }

    @Test
    void asksANamedBodyToLookAgainAtWhatItHoldsBackAtSection47() {
        for (AgencyId body : new AgencyId[] {Audiences.HEALTH, Audiences.HOMES}) {
            Seen seen = Seen.by(Audiences.decisionMaker(), withheld(Purpose.S47, body));
            assertThat(seen.outcome(1)).isEqualTo(Outcome.WITHHOLD);
            assertThat(seen.of(1).ruleIds()).contains("DUT-03");
            assertThat(seen.waitsFor(1, Reviewer.OWNER)).isTrue();
        }
    }

    @Test
    void asksNobodyElse() {
        assertThat(Seen.by(Audiences.decisionMaker(), withheld(Purpose.S47, Audiences.POLICE))
                        .of(1)
                        .ruleIds())
                .doesNotContain("DUT-03");
        assertThat(Seen.by(Audiences.decisionMaker(), withheld(Purpose.S17, Audiences.HEALTH))
                        .of(1)
                        .ruleIds())
                .doesNotContain("DUT-03");
        assertThat(Seen.by(Audiences.educationDesk(), withheld(Purpose.S47, Audiences.HEALTH))
                        .of(1)
                        .ruleIds())
                .doesNotContain("DUT-03");
        assertThat(Seen.by(Audiences.decisionMaker(), withheld(Purpose.S47, new AgencyId("somebody-else")))
                        .of(1)
                        .facts())
                .containsEntry("ownerSector", "UNKNOWN");
    }

    private static DecidedView on(SharingPolicy policy, String instant) {
        Packets packet = Packets.ordinary(Purpose.S17)
                .item(Items.of(DataClass.EDUCATION)
                        .heldBy(Audiences.HEALTH, "some-source")
                        .confidential()
                        .about(People.CHILD, SubjectRole.INDEX_CHILD))
                .asAt(Instant.parse(instant));
        return new PolicyEngine(policy, Policies.KEY)
                .view(
                        packet.done(),
                        new Readership(Audiences.decisionMaker(), People.CHILD, ActsFor.nobody()),
                        Artefact.INSIDE_RECORD,
                        Policies.HANDLES);
    }

    @Test
    void isOffAsShipped() {
        assertThat(on(Policies.SHIPPED, "2099-01-01T12:00:00Z")
                        .decisions()
                        .get(0)
                        .ruleIds())
                .doesNotContain("DUT-02");
    }

    @Test
    void startsOnTheDayThatItsAgreementNames() throws PolicyRefused {
        SharingPolicy started = new Draft(directory)
                .change("duties.yaml", "starts: off", "starts: 2026-12-01")
                .load();
        DecidedView before = on(started, "2026-11-30T12:00:00Z");
        DecidedView after = on(started, "2026-12-01T12:00:00Z");
        assertThat(before.decisions().get(0).ruleIds()).doesNotContain("DUT-02");
        assertThat(before.decisions().get(0).verdict().reviewers()).isEmpty();
        assertThat(before.validUntil()).contains(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(after.decisions().get(0).ruleIds()).contains("DUT-02");
        assertThat(after.decisions().get(0).verdict().outcome())
                .isEqualTo(before.decisions().get(0).verdict().outcome());
        assertThat(after.decisions().get(0).verdict().reviewers()).contains(Reviewer.OWNER);
    }

    private static final EncompassNotice.Incident INCIDENT = new EncompassNotice.Incident(
            "Noor Example",
            LocalDate.of(2019, 5, 4),
            "EX/26/1",
            Instant.parse("2026-11-19T21:00:00Z"),
            EncompassNotice.Place.AT_HOME,
            EncompassNotice.Presence.HEARD,
            "I was upstairs.",
            "Shouting; nobody hurt.");

    private static Sending push(Audience to, boolean perpetratorSide, boolean secondPerson, boolean hides) {
        return new Sending(
                Artefact.STATUTORY_PUSH, to, "queue", Purpose.ENCOMPASS, perpetratorSide, secondPerson, true, hides);
    }

    private static String text(Sending sending) {
        return new String(Policies.ENGINE.encompass(sending, INCIDENT).content(), StandardCharsets.UTF_8);
    }

    @Test
    void pushesTheEncompassNoticeInItsClosedForm() {
        assertThat(text(push(Audiences.schoolOutside(), false, false, false)))
                .isEqualTo("{\"at\":\"2026-11-19T21:00:00Z\",\"born\":\"2019-05-04\",\"child\":\"Noor Example\","
                        + "\"circumstances\":\"Shouting; nobody hurt.\",\"place\":\"AT_HOME\","
                        + "\"policeReference\":\"EX/26/1\",\"presence\":\"HEARD\",\"voice\":\"I was upstairs.\"}");
    }

    @Test
    void leavesTheTextBehindWhereSomebodyHidesUntilASecondPersonHasLooked() {
        assertThat(text(push(Audiences.schoolOutside(), false, false, true)))
                .contains("Ring the police desk.")
                .doesNotContain("upstairs", "Shouting");
        assertThat(text(push(Audiences.schoolOutside(), false, true, true))).contains("upstairs", "Shouting");
    }

    @Test
    void isMadeOnlyWherePolicyAllowsToSendIt() {
        for (Sending refused : new Sending[] {
            push(Audiences.schoolOutside(), true, true, false),
            push(Audiences.housingOfficer(), false, true, false),
            push(Audiences.parent(), false, true, false),
            new Sending(
                    Artefact.FEEDBACK, Audiences.schoolOutside(), "queue", Purpose.ENCOMPASS, false, true, true, false)
        }) {
            assertThatThrownBy(() -> Policies.ENGINE.encompass(refused, INCIDENT))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesATextThatIsNoNotice() {
        assertThatThrownBy(() -> new EncompassNotice.Incident(
                        "Noor Example",
                        INCIDENT.born(),
                        "EX/26/1",
                        INCIDENT.at(),
                        EncompassNotice.Place.UNKNOWN,
                        EncompassNotice.Presence.UNKNOWN,
                        "",
                        "a".repeat(2001)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
