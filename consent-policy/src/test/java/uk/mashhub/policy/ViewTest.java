package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.CHILD_HEALTH;
import static uk.mashhub.model.vocabulary.DataClass.DOMESTIC_ABUSE_INCIDENT;
import static uk.mashhub.model.vocabulary.DataClass.EDUCATION;
import static uk.mashhub.model.vocabulary.DataClass.HOUSING;
import static uk.mashhub.model.vocabulary.DataClass.IDENTITY;
import static uk.mashhub.model.vocabulary.DataClass.INTELLIGENCE;
import static uk.mashhub.model.vocabulary.DataClass.THIRD_PARTY_IDENTITY;
import static uk.mashhub.model.vocabulary.FieldKind.BIRTH_DATE;
import static uk.mashhub.model.vocabulary.FieldKind.CATEGORY;
import static uk.mashhub.model.vocabulary.FieldKind.NAME;
import static uk.mashhub.model.vocabulary.FieldKind.NARRATIVE;
import static uk.mashhub.model.vocabulary.FieldKind.ROLE;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;
import static uk.mashhub.model.vocabulary.SubjectRole.INFORMANT;
import static uk.mashhub.model.vocabulary.SubjectRole.PARENT;
import static uk.mashhub.model.vocabulary.SubjectRole.REFERRER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.ChildDecision;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.fact.ActsFor;

class ViewTest {

    private static Items identity(int n) {
        return Items.of(IDENTITY).number(n).about(People.CHILD, INDEX_CHILD).field(NAME, "Noor Invented");
    }

    @Test
    void makesOneLineOfAnEventThatTwoSourcesTell() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(DOMESTIC_ABUSE_INCIDENT)
                        .event("42/1")
                        .about(People.MOTHER, PARENT)
                        .field(NARRATIVE, "Police were called"))
                .item(Items.of(DOMESTIC_ABUSE_INCIDENT)
                        .number(2)
                        .heldBy(Audiences.HEALTH, "hospital-encounters")
                        .event("42/1")
                        .about(People.MOTHER, PARENT)
                        .field(NARRATIVE, "Seen in hospital"));
        String text = Seen.by(Audiences.decisionMaker(), packet).text();
        assertThat(text.split("\"title\":\"Domestic abuse incident\"")).hasSize(2);
        assertThat(text).contains("Police were called", "Seen in hospital", "Exampleshire NHS", "police records");
    }

    /** A source without roles has its items filled in with those that others told. */
    @Test
    void saysWhoWasTheVictimToWhoeverReadsOfTheIncidentAlone() {
        Items number = Items.of(IDENTITY)
                .heldBy(Audiences.HEALTH, "pds")
                .about(People.MOTHER, SubjectRole.VICTIM)
                .field(NAME, "Leila Invented");
        Items incident = Items.of(DOMESTIC_ABUSE_INCIDENT)
                .number(2)
                .about(People.MOTHER, SubjectRole.VICTIM)
                .field(NARRATIVE, "Police were called");

        assertThat(Seen.by(
                                Audiences.decisionMaker(),
                                Packets.ordinary(Purpose.S47).item(number))
                        .text())
                .contains("Leila Invented")
                .doesNotContain("VICTIM");
        assertThat(Seen.by(
                                Audiences.decisionMaker(),
                                Packets.ordinary(Purpose.S47).item(number).item(incident))
                        .text())
                .contains("VICTIM");
    }

    @Test
    void keepsTheLineOfTheSourceThatTheReaderMayReadWhereTheOtherIsHeld() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(DOMESTIC_ABUSE_INCIDENT).event("42/1").field(NARRATIVE, "Police were called"))
                .item(Items.of(DOMESTIC_ABUSE_INCIDENT)
                        .number(2)
                        .heldBy(Audiences.HEALTH, "hospital-encounters")
                        .event("42/1")
                        .field(NARRATIVE, "Seen in hospital"))
                .act(Items.id(2), OwnerAct.Kind.HOLD, "wait");
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text())
                .contains("Police were called")
                .doesNotContain("Seen in hospital");
        packet.act(Items.id(2), OwnerAct.Kind.UNHOLD, "go on");
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text()).contains("Seen in hospital");
        packet.act(Items.id(2), OwnerAct.Kind.RECALL, "wrong child");
        assertThat(Seen.by(Audiences.healthDesk(), packet).outcome(2)).isEqualTo(Outcome.SILENT);
    }

    @Test
    void showsWhereSourcesDifferAboutABirthDate() {
        Packets packet = Packets.ordinary(Purpose.S17)
                .item(identity(1).heldBy(Audiences.COUNCIL, "council-cin").field(BIRTH_DATE, "2015-07-03"))
                .item(identity(2).field(BIRTH_DATE, "2015-03-07"));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text())
                .contains("Date of birth: 3 July 2015 (Exampleshire Council) / 7 March 2015 (Exampleshire Police)");
        packet.act(Items.id(2), OwnerAct.Kind.HOLD, "wait");
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text()).contains("\"contradictions\":[]");
    }

    @Test
    void givesOneStubForEachOwnerHoweverMuchIsHeld() {
        Packets packet = Packets.ordinary(Purpose.S47);
        for (int n = 1; n <= 3; n++) {
            packet.item(Items.of(INTELLIGENCE).number(n).graded("2DC").about(People.FATHER, PARENT));
        }
        packet.item(Items.of(HOUSING)
                .number(4)
                .heldBy(Audiences.HOMES, "housing-by-hand")
                .about(People.FATHER, PARENT)
                .field(CATEGORY, "Arrears"));
        String text = Seen.by(Audiences.healthDesk(), packet).text();
        assertThat(text.split("holds something that")).hasSize(2);
        assertThat(text).contains("Exampleshire Homes holds something (Housing) that you may not read");
    }

    @Test
    void givesBusinessSupportTheChildsNameAndStatesOnly() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(identity(1).field(BIRTH_DATE, "2018-01-30"))
                .item(Items.of(IDENTITY).number(2).about(People.MOTHER, PARENT).field(NAME, "Leila Invented"))
                .item(Items.of(INTELLIGENCE).number(3).graded("2DC").about(People.FATHER, PARENT))
                .item(Items.of(CHILD_HEALTH)
                        .number(4)
                        .about(People.CHILD, INDEX_CHILD)
                        .field(NARRATIVE, "Bruise"));
        String text = Seen.by(Audiences.businessSupport(), packet).text();
        assertThat(text)
                .contains("Noor Invented", "asked, due 14:00", "\"withheld\":[]", "\"chronology\":[]")
                .doesNotContain("Leila")
                .doesNotContain("2018-01-30")
                .doesNotContain("Bruise");
    }

    @Test
    void namesAThirdPartyByRoleAndAnInformantNotAtAll() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .person(People.neighbour())
                .item(Items.of(THIRD_PARTY_IDENTITY)
                        .about(People.NEIGHBOUR, REFERRER)
                        .field(ROLE, "Neighbour who rang")
                        .field(NAME, "Nosey Invented"));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text())
                .contains("Neighbour who rang", "Referrer (name not shown)")
                .doesNotContain("Nosey");
        Packets informed = Packets.ordinary(Purpose.S47)
                .person(People.neighbour())
                .item(Items.of(EDUCATION)
                        .about(People.CHILD, INDEX_CHILD)
                        .about(People.NEIGHBOUR, INFORMANT)
                        .field(CATEGORY, "Absence"));
        assertThat(Seen.by(Audiences.decisionMaker(), informed).text())
                .contains("Absence")
                .doesNotContain("Nosey")
                .doesNotContain("INFORMANT")
                .doesNotContain(People.NEIGHBOUR.toString());
    }

    @Test
    void tellsAnOwnersLeadWhoWaitsAndNobodyElse() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(INTELLIGENCE)
                        .graded("2DC")
                        .about(People.FATHER, PARENT)
                        .field(NARRATIVE, "Drugs"));
        List<Readership> all = List.of(
                new Readership(Audiences.decisionMaker(), People.CHILD, ActsFor.nobody()),
                new Readership(Audiences.healthDesk(), People.CHILD, ActsFor.nobody()),
                new Readership(Audiences.policeDesk(), People.CHILD, ActsFor.nobody()));
        assertThat(Seen.by(Audiences.policeDesk(), packet, all).text())
                .contains("\"awaiting\":[\"council-decision\"]", "\"own\":true");
        packet.released(1, "council-decision");
        assertThat(Seen.by(Audiences.policeDesk(), packet, all).text()).contains("\"awaiting\":[]");
        assertThat(Seen.by(Audiences.decisionMaker(), packet, all).text())
                .contains("Drugs", "\"awaiting\":[]", "\"own\":false");
    }

    @Test
    void tellsAnOwnersLeadToWhomItsCodeCItemIsShownAndNobodyElse() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(INTELLIGENCE)
                        .graded("2DC")
                        .about(People.FATHER, PARENT)
                        .field(NARRATIVE, "Drugs"));
        List<Readership> all = List.of(
                new Readership(Audiences.decisionMaker(), People.CHILD, ActsFor.nobody()),
                new Readership(Audiences.healthDesk(), People.CHILD, ActsFor.nobody()),
                new Readership(Audiences.policeDesk(), People.CHILD, ActsFor.nobody()));
        Seen before = Seen.by(Audiences.policeDesk(), packet, all);
        assertThat(before.text()).contains("Drugs").doesNotContain("Shown to");
        packet.released(1, "council-decision");
        Seen after = Seen.by(Audiences.policeDesk(), packet, all);
        assertThat(after.text())
                .contains("Shown to Council decision\"")
                .doesNotContain("Police desk", "is told that this is shown");
        assertThat(after.decided().view().digest())
                .isNotEqualTo(before.decided().view().digest());
        assertThat(Seen.by(Audiences.decisionMaker(), packet, all).text())
                .contains("is told that this is shown to you")
                .doesNotContain("Shown to");
    }

    @Test
    void saysUntilWhenSomethingMayBeRead() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(EDUCATION)
                        .heldBy(Audiences.SCHOOLS, "school-form")
                        .about(People.CHILD, INDEX_CHILD)
                        .until(LocalDate.of(2026, 11, 30))
                        .field(CATEGORY, "Absence"));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text()).contains("May be read until 30 November 2026");
    }

    @Test
    void marksADecisionAsOvertakenOnlyForReadersWhoAreGivenSomethingNewer() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(INTELLIGENCE)
                        .graded("1AP")
                        .about(People.FATHER, PARENT)
                        .field(NARRATIVE, "Seen at the school"))
                .decision(new ChildDecision(
                        People.CHILD, Set.of(ThresholdOutcome.S17_ASSESSMENT), "Why", "", Packets.AS_AT, true));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text()).contains("\"overtaken\":false");
    }

    @Test
    void showsReasonsOfADecisionToDecidersAndItsOutcomeToTheRoom() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(INTELLIGENCE)
                        .graded("1AP")
                        .about(People.FATHER, PARENT)
                        .field(NARRATIVE, "Seen at the school"))
                .decision(new ChildDecision(
                        People.CHILD,
                        Set.of(ThresholdOutcome.S17_ASSESSMENT),
                        "Because of the log",
                        "Police disagreed",
                        Packets.RECEIVED,
                        true));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text())
                .contains("Because of the log", "\"overtaken\":true");
        assertThat(Seen.by(Audiences.educationDesk(), packet).text())
                .contains("S17_ASSESSMENT")
                .doesNotContain("Because of the log")
                .doesNotContain("Police disagreed");
        assertThat(Seen.by(Audiences.businessSupport(), packet).text()).doesNotContain("S17_ASSESSMENT");
    }

    @Test
    void neverHeadsAPersonWithAFormerName() {
        Packets packet = Packets.ordinary(Purpose.S47).item(identity(1));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text()).doesNotContain("Formerly");
    }
}
