package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.CHILD_HEALTH;
import static uk.mashhub.model.vocabulary.DataClass.CONVICTION_ORDER_BAIL;
import static uk.mashhub.model.vocabulary.DataClass.DOMESTIC_ABUSE_INCIDENT;
import static uk.mashhub.model.vocabulary.DataClass.HOUSING;
import static uk.mashhub.model.vocabulary.DataClass.IDENTITY;
import static uk.mashhub.model.vocabulary.DataClass.INVOLVEMENT;
import static uk.mashhub.model.vocabulary.DataClass.LOCATION;
import static uk.mashhub.model.vocabulary.DataClass.REFERRAL_NARRATIVE;
import static uk.mashhub.model.vocabulary.FieldKind.ADDRESS;
import static uk.mashhub.model.vocabulary.FieldKind.AREA_NAME;
import static uk.mashhub.model.vocabulary.FieldKind.BIRTH_DATE;
import static uk.mashhub.model.vocabulary.FieldKind.LEGAL_STATUS;
import static uk.mashhub.model.vocabulary.FieldKind.NAME;
import static uk.mashhub.model.vocabulary.FieldKind.NARRATIVE;
import static uk.mashhub.model.vocabulary.FieldKind.SERVICE_NAME;
import static uk.mashhub.model.vocabulary.FieldKind.STATUS;
import static uk.mashhub.model.vocabulary.FieldKind.TELEPHONE;
import static uk.mashhub.model.vocabulary.SubjectRole.ALLEGED_PERPETRATOR;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;
import static uk.mashhub.model.vocabulary.SubjectRole.PARENT;
import static uk.mashhub.model.vocabulary.SubjectRole.VICTIM;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.fact.ActsFor;

/** Cases 11, 13 and 14 of the domain notes, section 6: the refuge, and the restricted record. */
class SafetyCasesTest {
    private static final AgencyId REFUGE_TOWN = new AgencyId("farshire-refuge");
    private static final String[] HIDDEN = {
        "Lantern", "Hidden Lane", "ZZ9", "01632 960123", "Farshire", "lantern-house", "Safe address", "SAFE_ADDRESS"
    };

    /** The refuge, in an address, a narrative, an attachment, a telephone, an area, a service and an agency's name. */
    private static Packets refuge() {
        return Packets.refuge(Purpose.S47)
                .agency(
                        REFUGE_TOWN,
                        "Farshire Refuges",
                        Sector.HOUSING,
                        uk.mashhub.model.enquiry.SourceState.ANSWERED,
                        "refuge-desk")
                .item(Items.of(LOCATION)
                        .number(1)
                        .about(People.MOTHER, PARENT)
                        .field(ADDRESS, "Lantern House, 77 Hidden Lane, ZZ9 9XY")
                        .field(TELEPHONE, "01632 960123"))
                .item(Items.of(DOMESTIC_ABUSE_INCIDENT)
                        .number(2)
                        .about(People.MOTHER, VICTIM)
                        .about(People.FATHER, ALLEGED_PERPETRATOR)
                        .field(NARRATIVE, "Now at Lantern House"))
                .item(Items.of(CHILD_HEALTH)
                        .number(3)
                        .heldBy(Audiences.HEALTH, "hospital-encounters")
                        .about(People.CHILD, INDEX_CHILD)
                        .field(AREA_NAME, "Farshire")
                        .attachment("lantern-house.jpg"))
                .item(Items.of(INVOLVEMENT)
                        .number(4)
                        .heldBy(REFUGE_TOWN, "refuge-desk")
                        .about(People.MOTHER, PARENT)
                        .field(SERVICE_NAME, "Lantern House outreach"))
                .item(Items.of(CONVICTION_ORDER_BAIL)
                        .number(5)
                        .about(People.FATHER, ALLEGED_PERPETRATOR)
                        .field(LEGAL_STATUS, "Bail, not to contact the mother")
                        .field(ADDRESS, "Not to enter Hidden Lane"))
                .item(Items.of(REFERRAL_NARRATIVE)
                        .number(6)
                        .heldBy(Audiences.COUNCIL, "public-form")
                        .field(NARRATIVE, "They live at Lantern House"))
                .item(Items.of(HOUSING)
                        .number(7)
                        .heldBy(Audiences.HOMES, "housing-by-hand")
                        .about(People.FATHER, PARENT)
                        .field(STATUS, "Tenancy in arrears")
                        .field(NARRATIVE, "Neighbour says she is at Lantern House"))
                .item(Items.of(IDENTITY)
                        .number(8)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .about(People.CHILD, INDEX_CHILD)
                        .field(NAME, "Noor Newname")
                        .field(BIRTH_DATE, "2018-01-30"))
                .household(new Household(
                        new HouseholdId(new UUID(0x40L, 1)),
                        Optional.of(
                                new Address(List.of("Lantern House", "77 Hidden Lane"), "ZZ9 9XY", Optional.empty())),
                        List.of(
                                new HouseholdMember(People.MOTHER, Optional.empty(), Optional.empty()),
                                new HouseholdMember(People.CHILD, Optional.empty(), Optional.empty()))));
    }

    @Test // 11
    void hidesTheRefugeFromTheFathersHousingOfficerEverywhere() {
        Seen seen = Seen.by(Audiences.housingOfficer(), People.FATHER, refuge());
        assertThat(seen.text()).doesNotContain(HIDDEN).doesNotContain("Newname").doesNotContain("Exampleshire Police");
        assertThat(seen.text()).contains("Bail, not to contact the mother");
        assertThat(seen.outcome(1)).isEqualTo(Outcome.SILENT);
    }

    @Test // 11
    void hidesItFromTheSameOfficersViewOfTheMotherWhenTheyActForTheFatherToo() {
        Readership hers = new Readership(
                Audiences.housingOfficer(), People.MOTHER, ActsFor.exactly(Set.of(People.MOTHER, People.FATHER)));
        assertThat(Seen.by(hers, refuge()).text()).doesNotContain(HIDDEN);
    }

    @Test
    void countsAnUnmarkedFatherAsPerpetratorsSideWhereSomebodyHides() {
        Packets packet = Packets.empty(Purpose.S47)
                .person(People.noor(SafetyFlag.SAFE_ADDRESS))
                .person(People.leila(SafetyFlag.SAFE_ADDRESS))
                .person(People.karimUnmarked())
                .household(new Household(
                        new HouseholdId(new UUID(0x40L, 2)),
                        Optional.empty(),
                        List.of(
                                new HouseholdMember(People.MOTHER, Optional.empty(), Optional.empty()),
                                new HouseholdMember(People.FATHER, Optional.empty(), Optional.empty()))))
                .item(Items.of(LOCATION).about(People.MOTHER, PARENT).field(ADDRESS, "Lantern House"));
        assertThat(Seen.by(Audiences.housingOfficer(), People.FATHER, packet).text())
                .doesNotContain(HIDDEN);
    }

    @Test
    void showsTheDecisionMakerTheRefugeWithABanner() {
        Seen seen = Seen.by(Audiences.decisionMaker(), refuge());
        assertThat(seen.text()).contains("77 Hidden Lane").contains("\"kind\":\"SAFE_ADDRESS\"");
    }

    @Test
    void givesThePerpetratorsSideOwnersWordingOnlyIfReleasedToIt() {
        Packets packet = refuge().worded(7, "Arrears of two months; now at Lantern House");
        assertThat(Seen.by(Audiences.housingOfficer(), People.FATHER, packet).text())
                .doesNotContain(HIDDEN);
        packet.act(Items.id(7), uk.mashhub.model.enquiry.OwnerAct.Kind.WORDING, "Arrears of two months")
                .released(7, "housing-officers");
        assertThat(Seen.by(Audiences.housingOfficer(), People.FATHER, packet).text())
                .contains("Arrears of two months");
    }

    @Test
    void doesNotTakeAnEarlierReleaseForWordsWrittenSince() {
        Packets packet = refuge().worded(7, "Arrears of two months")
                .released(7, "housing-officers")
                .worded(7, "Arrears; she is now at Lantern House");
        assertThat(Seen.by(Audiences.housingOfficer(), People.FATHER, packet).text())
                .doesNotContain(HIDDEN)
                .doesNotContain("Arrears");
    }

    @Test
    void showsAHouseholdsAddressOnlyWhereALineSaysIt() {
        assertThat(Seen.by(Audiences.healthDesk(), refuge()).text())
                .contains("\"text\":\"Household\"")
                .doesNotContain("77 Hidden Lane");
    }

    @Test
    void showsAnotherAreaNothing() {
        var here = Audiences.decisionMaker();
        var elsewhere = new uk.mashhub.model.decision.Audience(
                new uk.mashhub.model.id.AreaCode("E10999998"),
                here.team(),
                here.role(),
                here.agency(),
                here.sector(),
                here.placement());
        Seen seen = Seen.by(elsewhere, refuge());
        assertThat(seen.text())
                .doesNotContain(HIDDEN)
                .doesNotContain("Invented")
                .contains("\"people\":[]");
    }

    @Test
    void keepsASafeAddressFromDesksThatDoNotVisit() {
        Seen seen = Seen.by(Audiences.educationDesk(), refuge());
        assertThat(seen.outcome(1)).isEqualTo(Outcome.WITHHOLD);
        assertThat(seen.waitsFor(1, Reviewer.SAFE_CONTACT_OFFICER)).isTrue();
        assertThat(Seen.by(Audiences.policeDesk(), refuge()).text()).contains("Hidden Lane");
    }

    @Test // 13
    void blocksALetterToTheJointTenancy() {
        Sending letter = new Sending(
                uk.mashhub.model.vocabulary.Artefact.FEEDBACK,
                Audiences.parent(),
                "post",
                Purpose.FEEDBACK,
                true,
                false,
                true,
                true);
        assertThat(Policies.ENGINE.maySend(letter).ruling()).isEqualTo(Ruling.REFUSE);
        assertThat(Policies.ENGINE.maySend(letter).ruleId()).isEqualTo("SND-08");
    }

    @Test // 14
    void takesTheAddressOfARestrictedRecordOutOfEveryViewButTheSafeContactOfficers() {
        Packets packet = Packets.empty(Purpose.S47)
                .person(People.noor(SafetyFlag.PDS_RESTRICTED))
                .person(People.leila())
                .item(Items.of(LOCATION).about(People.CHILD, INDEX_CHILD).field(ADDRESS, "77 Hidden Lane"))
                .item(Items.of(DOMESTIC_ABUSE_INCIDENT)
                        .number(2)
                        .about(People.CHILD, INDEX_CHILD)
                        .field(STATUS, "Reported")
                        .field(ADDRESS, "77 Hidden Lane"));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text())
                .doesNotContain("Hidden Lane")
                .contains("Reported");
        assertThat(Seen.by(Audiences.safeContactOfficer(), packet).text()).contains("Hidden Lane");
    }

    @Test
    void showsAProtectedPersonToTheUnitAndToNobodyElse() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .person(People.person(
                        People.id(9),
                        "Unseen",
                        java.time.LocalDate.of(1980, 1, 1),
                        "9990000204",
                        People.roles(PARENT),
                        SafetyFlag.PROTECTED_PERSON))
                .item(Items.of(IDENTITY).about(People.id(9), PARENT).field(NAME, "Unseen Invented"));
        for (var audience : Audiences.room()) {
            assertThat(Seen.by(audience, packet).text())
                    .doesNotContain("Unseen")
                    .doesNotContain("SAFE_ADDRESS");
        }
        assertThat(Seen.by(Audiences.protectedPersonsUnit(), packet).text()).contains("Unseen");
    }
}
