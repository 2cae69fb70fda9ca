package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.CONVICTION_ORDER_BAIL;
import static uk.mashhub.model.vocabulary.DataClass.EDUCATION;
import static uk.mashhub.model.vocabulary.DataClass.SEXUAL_REPRODUCTIVE_HEALTH;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;
import static uk.mashhub.model.vocabulary.SubjectRole.PARENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.Channel;
import uk.mashhub.policy.fact.PersonStanding;

/** Each named fact against the packet that makes it so. */
class FactsTest {

    private static String fact(Attribute attribute, Packets packet) {
        return Seen.by(Audiences.decisionMaker(), packet).of(1).facts().get(attribute.term());
    }

    private static Items school() {
        return Items.of(EDUCATION).heldBy(Audiences.SCHOOLS, "school-form").about(People.CHILD, INDEX_CHILD);
    }

    @Test
    void agreementNeedsEverySubjectAndFallsToAnyObjection() {
        Packets packet = Packets.ordinary(Purpose.S17)
                .item(school().about(People.MOTHER, PARENT))
                .consent(ConsentState.GIVEN, People.CHILD);
        assertThat(fact(Attribute.AGREEMENT_OR_OVERRIDE, packet)).isEqualTo("no");
        packet.consent(ConsentState.GIVEN, People.MOTHER);
        assertThat(fact(Attribute.AGREEMENT_OR_OVERRIDE, packet)).isEqualTo("yes");
        packet.consent(ConsentState.WITHDRAWN, People.MOTHER);
        assertThat(fact(Attribute.AGREEMENT_OR_OVERRIDE, packet)).isEqualTo("no");
        assertThat(fact(Attribute.SUBJECT_OBJECTS, packet)).isEqualTo("yes");
        packet.override(Audiences.POLICE);
        assertThat(fact(Attribute.AGREEMENT_OR_OVERRIDE, packet)).isEqualTo("no");
        packet.override();
        assertThat(fact(Attribute.AGREEMENT_OR_OVERRIDE, packet)).isEqualTo("yes");
    }

    @Test
    void agreementOfNobodyIsNone() {
        Packets packet =
                Packets.ordinary(Purpose.S17).item(Items.of(EDUCATION)).consent(ConsentState.GIVEN, People.CHILD);
        assertThat(fact(Attribute.AGREEMENT_OR_OVERRIDE, packet)).isEqualTo("no");
        assertThat(fact(Attribute.SUBJECT_SAFE_ADDRESSED, packet)).isEqualTo("yes");
    }

    @Test
    void latestWordOfTheOwnerCountsAndATieGivesLess() {
        Packets packet = Packets.ordinary(Purpose.S17).item(school()).released(1, "council-decision");
        assertThat(fact(Attribute.RELEASED_TO_AUDIENCE, packet)).isEqualTo("yes");
        packet.released(1, "health-desk");
        assertThat(fact(Attribute.RELEASED_TO_AUDIENCE, packet)).isEqualTo("no");
        packet.act(Items.id(1), OwnerAct.Kind.HOLD, "wait").act(Items.id(1), OwnerAct.Kind.UNHOLD, "go");
        assertThat(fact(Attribute.HELD, packet)).isEqualTo("no");
        packet.act(Items.id(1), OwnerAct.Kind.WORDING, "  ");
        assertThat(fact(Attribute.OWNER_WORDING, packet)).isEqualTo("no");
    }

    @Test
    void recencyFollowsTheWindowAndUnknownDaysAreNotRecent() {
        LocalDate edge = LocalDate.of(2020, 11, 20);
        assertThat(recent(Items.of(CONVICTION_ORDER_BAIL).on(edge))).isEqualTo("yes");
        assertThat(recent(Items.of(CONVICTION_ORDER_BAIL).on(edge.minusDays(1))))
                .isEqualTo("no");
        assertThat(recent(Items.of(CONVICTION_ORDER_BAIL).undated())).isEqualTo("no");
        assertThat(recent(Items.of(DataClass.IDENTITY).undated())).isEqualTo("yes");
        assertThat(recent(Items.of(CONVICTION_ORDER_BAIL).on(LocalDate.MAX))).isEqualTo("no");
    }

    private static String recent(Items item) {
        return fact(
                Attribute.RELEVANT_AND_RECENT, Packets.ordinary(Purpose.S17).item(item.about(People.FATHER, PARENT)));
    }

    @Test
    void ageCountsOnTheDayOfTheEvent() {
        Items then = Items.of(SEXUAL_REPRODUCTIVE_HEALTH).about(People.CHILD, INDEX_CHILD);
        assertThat(fact(
                        Attribute.UNDER_13_SEXUAL,
                        Packets.ordinary(Purpose.S47).item(then.on(LocalDate.of(2031, 1, 29)))))
                .isEqualTo("yes");
        assertThat(fact(
                        Attribute.UNDER_13_SEXUAL,
                        Packets.ordinary(Purpose.S47).item(then.on(LocalDate.of(2031, 1, 30)))))
                .isEqualTo("no");
    }

    @Test
    void flagsHoldFromTheirFirstDayToTheirLast() {
        assertThat(hides("2026-11-20", "2026-11-20")).isEqualTo("yes");
        assertThat(hides("2026-11-21", "2027-01-01")).isEqualTo("no");
        assertThat(hides("2026-01-01", "2026-11-19")).isEqualTo("no");
    }

    private static String hides(String from, String to) {
        return fact(Attribute.ENQUIRY_HIDES_LOCATION, flagged(from, to).item(school()));
    }

    private static Packets flagged(String from, String to) {
        PacketPerson noor = People.noor();
        PersonFlag flag = new PersonFlag(
                SafetyFlag.SAFE_ADDRESS,
                People.ROOM,
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to)));
        return Packets.empty(Purpose.S17)
                .person(new PacketPerson(noor.id(), noor.roles(), noor.details(), List.of(flag)));
    }

    @Test
    void anOwnersLimitHoldsFromTheDayAfterItsLast() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        assertThat(expired(school().until(today))).isEqualTo("no");
        assertThat(expired(school().until(today.minusDays(1)))).isEqualTo("yes");
        assertThat(expired(school())).isEqualTo("no");
    }

    private static String expired(Items item) {
        return fact(Attribute.HANDLING_EXPIRED, Packets.ordinary(Purpose.S17).item(item));
    }

    @Test
    void decisionsHoldUntilTheFirstFactThatTurnsWithTheClock() {
        Packets packet = flagged("2026-01-01", "2026-12-24");
        assertThat(validUntil(packet)).contains(Instant.parse("2026-12-25T00:00:00Z"));
        packet.item(school().until(LocalDate.of(2026, 11, 30)));
        assertThat(validUntil(packet)).contains(Instant.parse("2026-12-01T00:00:00Z"));
        packet.item(school().number(2).on(LocalDate.of(2023, 11, 21)));
        assertThat(validUntil(packet)).contains(Instant.parse("2026-11-22T00:00:00Z"));
    }

    @Test
    void daysTurnAtMidnightInEngland() {
        Packets packet = flagged("2026-01-01", "2026-06-30").asAt(Instant.parse("2026-06-30T22:59:59Z"));
        assertThat(validUntil(packet)).contains(Instant.parse("2026-06-30T23:00:00Z"));
    }

    private static Optional<Instant> validUntil(Packets packet) {
        return Seen.by(Audiences.decisionMaker(), packet).decided().validUntil();
    }

    @Test
    void everyDecisionKeepsTheWholeVectorOfFacts() {
        var facts = Seen.by(
                        Audiences.decisionMaker(), Packets.ordinary(Purpose.S17).item(school()))
                .of(1)
                .facts();
        assertThat(facts)
                .hasSize(Attribute.of(uk.mashhub.policy.fact.Asking.MAY_SEE).size() + 1)
                .containsEntry("owner", "exampleshire-schools");
        assertThat(facts.values()).doesNotContain("failed");
    }

    @Test
    void readsChannelsAndStandings() {
        assertThat(Channel.of("secure-email")).isEqualTo(Channel.SECURE_EMAIL);
        assertThat(Channel.of("carrier pigeon")).isEqualTo(Channel.UNKNOWN);
        assertThat(PersonStanding.of(Set.of())).isEqualTo(PersonStanding.BYSTANDER);
        assertThat(PersonStanding.of(People.karim().roles())).isEqualTo(PersonStanding.ALLEGED_PERPETRATOR);
    }
}
