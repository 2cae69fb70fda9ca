package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.enquiry.ConsentGiver.PARENT;
import static uk.mashhub.model.vocabulary.ConsentState.GIVEN;
import static uk.mashhub.model.vocabulary.ConsentState.REFUSED;
import static uk.mashhub.model.vocabulary.ConsentState.WITHDRAWN;
import static uk.mashhub.policy.People.CHILD;
import static uk.mashhub.policy.People.FATHER;
import static uk.mashhub.policy.People.MOTHER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.Competence.Kind;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.fact.Attribute;

/** Whose word counts, for whom, how far and how long. The day of the packet is 20 November 2026. */
class AgreementTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** Born on a day, otherwise like Noor. */
    private static PacketPerson child(LocalDate born) {
        return People.person(CHILD, "Noor", born, "9990000050", Set.of(SubjectRole.INDEX_CHILD));
    }

    private static Packets family(LocalDate born) {
        return Packets.empty(Purpose.S17)
                .person(child(born))
                .person(People.leila())
                .person(People.karimUnmarked());
    }

    /** A girl of 15, her mother and her father, and what a hospital knows of the girl. */
    private static Packets girlOf15() {
        return family(TODAY.minusYears(16).plusDays(1)).item(hospital());
    }

    private static Items hospital() {
        return Items.of(DataClass.INVOLVEMENT)
                .heldBy(Audiences.HEALTH, "hospital-encounters")
                .about(CHILD, SubjectRole.INDEX_CHILD)
                .confidential();
    }

    private static boolean agreed(Packets packet) {
        return fact(Attribute.AGREEMENT_OR_OVERRIDE, packet);
    }

    private static boolean objected(Packets packet) {
        return fact(Attribute.SUBJECT_OBJECTS, packet);
    }

    private static boolean fact(Attribute attribute, Packets packet) {
        return Seen.by(Audiences.decisionMaker(), packet)
                .of(1)
                .facts()
                .get(attribute.term())
                .equals("yes");
    }

    @Test // domain notes 6, case 8
    void aCompetentRefusalOfAYoungPersonIsNotUnsaidByAParentsAgreement() {
        Packets packet = girlOf15()
                .said(Said.byThemselves(REFUSED, CHILD).found(Kind.GILLICK_COMPETENT))
                .said(Said.by(PARENT, MOTHER, GIVEN, CHILD));
        assertThat(objected(packet)).isTrue();
        assertThat(agreed(packet)).isFalse();
        assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.SILENT);
    }

    @Test
    void herOwnLaterWordUnsaysHerRefusal() {
        Packets packet = girlOf15()
                .said(Said.byThemselves(REFUSED, CHILD).found(Kind.GILLICK_COMPETENT))
                .said(Said.byThemselves(GIVEN, CHILD).found(Kind.GILLICK_COMPETENT));
        assertThat(agreed(packet)).isTrue();
    }

    @Test
    void aChildFoundNotCompetentNeitherRefusesNorAgrees() {
        Packets refused = girlOf15()
                .said(Said.byThemselves(REFUSED, CHILD).found(Kind.NOT_GILLICK_COMPETENT))
                .said(Said.by(PARENT, MOTHER, GIVEN, CHILD));
        assertThat(agreed(refused)).isTrue();
        assertThat(agreed(girlOf15().said(Said.byThemselves(GIVEN, CHILD).found(Kind.NOT_GILLICK_COMPETENT))))
                .isFalse();
    }

    @Test
    void aRefusalCountsUntilSomebodyHasFoundThatTheChildCannotDecideAndAnAgreementDoesNot() {
        assertThat(objected(girlOf15().said(Said.byThemselves(REFUSED, CHILD)))).isTrue();
        assertThat(agreed(girlOf15().said(Said.byThemselves(GIVEN, CHILD)))).isFalse();
    }

    @Test
    void from16OnCapacityIsPresumedAndFrom18OnNoParentSpeaks() {
        LocalDate sixteenToday = TODAY.minusYears(16);
        assertThat(agreed(family(sixteenToday).item(hospital()).said(Said.byThemselves(GIVEN, CHILD))))
                .isTrue();
        assertThat(agreed(family(sixteenToday)
                        .item(hospital())
                        .said(Said.byThemselves(GIVEN, CHILD).found(Kind.LACKS_CAPACITY))))
                .isFalse();
        Said mothers = Said.by(PARENT, MOTHER, GIVEN, CHILD);
        assertThat(agreed(family(TODAY.minusYears(18).plusDays(1))
                        .item(hospital())
                        .said(mothers)))
                .isTrue();
        assertThat(agreed(family(TODAY.minusYears(18)).item(hospital()).said(mothers)))
                .isFalse();
    }

    @Test
    void aParentSpeaksForTheirOwnInformationTooAndNotForAnotherAdult() {
        Packets packet = Packets.ordinary(Purpose.S17)
                .item(hospital().about(MOTHER, SubjectRole.PARENT))
                .said(Said.by(PARENT, MOTHER, GIVEN, CHILD, MOTHER, FATHER));
        assertThat(agreed(packet)).isTrue();
        Packets withFather = Packets.ordinary(Purpose.S17)
                .item(hospital().about(FATHER, SubjectRole.PARENT))
                .said(Said.by(PARENT, MOTHER, GIVEN, CHILD, MOTHER, FATHER));
        assertThat(agreed(withFather)).isFalse();
    }

    @Test
    void oneParentDoesNotUnsayTheOther() {
        Packets packet =
                girlOf15().said(Said.by(PARENT, FATHER, REFUSED, CHILD)).said(Said.by(PARENT, MOTHER, GIVEN, CHILD));
        assertThat(objected(packet)).isTrue();
        assertThat(agreed(packet.said(Said.by(PARENT, FATHER, GIVEN, CHILD)))).isTrue();
        assertThat(objected(packet.said(Said.by(PARENT, MOTHER, WITHDRAWN, CHILD))))
                .isTrue();
    }

    @Test
    void aCourtGoesPastEverybodyForAsLongAsItsOrderHolds() {
        Packets packet = girlOf15().said(Said.by(PARENT, MOTHER, REFUSED, CHILD));
        assertThat(agreed(packet.said(Said.byACourt(GIVEN, CHILD).until(TODAY))))
                .isTrue();
        assertThat(objected(packet.asAt(Instant.parse("2026-11-21T00:00:00Z")))).isTrue();
    }

    @Test
    void aRecordUnsaysWhatTheReferralBrought() {
        Packets packet = girlOf15().consent(REFUSED, CHILD).said(Said.by(PARENT, MOTHER, GIVEN, CHILD));
        assertThat(agreed(packet)).isTrue();
    }

    @Test
    void thatNobodyWasAskedUnsaysNothingAndIsNoAgreement() {
        Packets packet = girlOf15().said(Said.notAsked(NotSoughtReason.CANNOT_BE_GIVEN, CHILD));
        assertThat(agreed(packet)).isFalse();
        assertThat(objected(packet)).isFalse();
        Packets refused = girlOf15()
                .said(Said.by(PARENT, MOTHER, REFUSED, CHILD))
                .said(Said.notAsked(NotSoughtReason.CANNOT_BE_GIVEN, CHILD));
        assertThat(objected(refused)).isTrue();
    }

    @Test
    void coversOnlyItsRecipientsPurposesAndKinds() {
        Said said = Said.by(PARENT, MOTHER, GIVEN, CHILD).to(Audiences.COUNCIL).of(DataClass.INVOLVEMENT);
        assertThat(agreed(girlOf15().said(said))).isTrue();
        assertThat(Seen.by(Audiences.policeDesk(), girlOf15().said(said)).outcome(1))
                .isEqualTo(Outcome.SILENT);
        assertThat(agreed(girlOf15().said(said.of(DataClass.EDUCATION)))).isFalse();
        assertThat(agreed(girlOf15().said(said.of().purposes(Purpose.EARLY_HELP))))
                .isFalse();
    }

    @Test
    void aNarrowRefusalLeavesTheRestOfAnAgreement() {
        Packets packet = girlOf15()
                .said(Said.by(PARENT, MOTHER, GIVEN, CHILD))
                .said(Said.by(PARENT, MOTHER, REFUSED, CHILD).to(Audiences.POLICE));
        assertThat(agreed(packet)).isTrue();
        assertThat(Seen.by(Audiences.policeDesk(), packet).outcome(1)).isEqualTo(Outcome.SILENT);
        assertThat(mayAsk(packet, Audiences.HEALTH, Sector.HEALTH)).isTrue();
        assertThat(mayAsk(packet, Audiences.POLICE, Sector.POLICE)).isFalse();
    }

    @Test
    void anAgreementToSomeKindsLetsNoAgencyBeAskedForAllThatItHas() {
        Packets packet = girlOf15().said(Said.by(PARENT, MOTHER, GIVEN, CHILD).of(DataClass.EDUCATION));
        assertThat(mayAsk(packet, Audiences.SCHOOLS, Sector.EDUCATION)).isFalse();
    }

    private static boolean mayAsk(Packets packet, AgencyId agency, Sector sector) {
        return Policies.ENGINE
                .mayAsk(packet.done(), agency, sector, new SourceId("a-source"))
                .allowed();
    }

    @Test
    void whatRestsOnAnAgreementGoesOnTheDayAfterItsLast() {
        Packets packet = girlOf15().said(Said.by(PARENT, MOTHER, GIVEN, CHILD).until(TODAY));
        Seen onTheLastDay = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(onTheLastDay.outcome(1)).isEqualTo(Outcome.SHOW);
        assertThat(onTheLastDay.decided().validUntil()).contains(Instant.parse("2026-11-21T00:00:00Z"));
        packet.asAt(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.SILENT);
        assertThat(mayAsk(packet, Audiences.HEALTH, Sector.HEALTH)).isFalse();
    }

    @Test
    void confidentialInformationStopsWithTheAgreementAndAtSection47ItDoesNot() {
        for (Purpose purpose : new Purpose[] {Purpose.S17, Purpose.S47}) {
            Packets packet = Packets.ordinary(purpose)
                    .item(Items.of(DataClass.EDUCATION)
                            .heldBy(Audiences.SCHOOLS, "school-form")
                            .about(CHILD, SubjectRole.INDEX_CHILD)
                            .confidential())
                    .said(Said.by(PARENT, MOTHER, GIVEN, CHILD).until(TODAY.minusDays(1)));
            assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1))
                    .isEqualTo(purpose == Purpose.S17 ? Outcome.WITHHOLD : Outcome.SHOW);
            packet.said(Said.by(PARENT, MOTHER, GIVEN, CHILD));
            assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.SHOW);
        }
    }

    @Test
    void doesNotHoldBeforeItsFirstDayAndUntilThenTheEarlierWordStands() {
        Packets packet = girlOf15()
                .said(Said.by(PARENT, MOTHER, REFUSED, CHILD))
                .said(Said.by(PARENT, MOTHER, GIVEN, CHILD).from(TODAY.plusDays(1)));
        assertThat(objected(packet)).isTrue();
        assertThat(Seen.by(Audiences.decisionMaker(), packet).decided().validUntil())
                .contains(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(agreed(packet.asAt(Instant.parse("2026-11-21T00:00:00Z")))).isTrue();
    }

    @Test
    void whatHasRunOutBringsNothingEarlierBack() {
        Packets packet = girlOf15()
                .said(Said.by(PARENT, MOTHER, GIVEN, CHILD))
                .said(Said.by(PARENT, MOTHER, GIVEN, CHILD).until(TODAY.minusDays(1)));
        assertThat(agreed(packet)).isFalse();
    }

    @Test // domain notes 6, case 28
    void whoeverWasNotAskedBecauseItIsARiskIsNotToldUntilTheySpeak() {
        Packets packet = girlOf15().said(Said.notAsked(NotSoughtReason.WOULD_PREJUDICE_PROTECTION, CHILD));
        assertThat(obliges(packet)).contains(Obligation.DO_NOT_TELL_SUBJECT);
        packet.said(Said.by(PARENT, MOTHER, GIVEN, CHILD));
        assertThat(obliges(packet)).contains(Obligation.DO_NOT_TELL_SUBJECT);
        packet.said(Said.byThemselves(GIVEN, CHILD).found(Kind.GILLICK_COMPETENT));
        assertThat(obliges(packet)).doesNotContain(Obligation.DO_NOT_TELL_SUBJECT);
        assertThat(obliges(girlOf15().said(Said.notAsked(NotSoughtReason.NOT_REASONABLY_OBTAINABLE, CHILD))))
                .doesNotContain(Obligation.DO_NOT_TELL_SUBJECT);
    }

    @Test
    void whoeverRefusedIsToldOfSharingAllTheSameUnlessTellingIsARisk() {
        Packets packet = girlOf15()
                .said(Said.byThemselves(REFUSED, CHILD).found(Kind.GILLICK_COMPETENT))
                .override();
        assertThat(obliges(packet)).contains(Obligation.TELL_SUBJECT);
        Packets risky = girlOf15()
                .said(Said.by(PARENT, MOTHER, REFUSED, CHILD))
                .said(Said.notAsked(NotSoughtReason.WOULD_PREJUDICE_PROTECTION, CHILD))
                .override();
        assertThat(obliges(risky)).contains(Obligation.DO_NOT_TELL_SUBJECT).doesNotContain(Obligation.TELL_SUBJECT);
    }

    private static Set<Obligation> obliges(Packets packet) {
        return Seen.by(Audiences.decisionMaker(), packet).of(1).verdict().obligations();
    }
}
