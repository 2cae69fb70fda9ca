package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.engine.Answers;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/** Cases 27, 28, 34 and 36 of the domain notes, section 6, and what a question holds. */
class EnquiryCasesTest {
    private static final SourceId RECORDS = new SourceId("police-records");

    private static Permission mayAsk(Packets packet, AgencyId agency, Sector sector) {
        return Policies.ENGINE.mayAsk(packet.done(), agency, sector, RECORDS);
    }

    private static SealedQuestion question(Packets packet, AgencyId agency, Sector sector, String source) {
        return Policies.ENGINE.question(
                packet.done(),
                agency,
                sector,
                new SourceId(source),
                new QuestionId(new UUID(0x50L, 1)),
                Instant.parse("2026-11-20T14:00:00Z"),
                p -> new PersonKey("k" + p.value().getLeastSignificantBits()));
    }

    @Test // 27
    void asksNobodyButTheCouncilBelowSection47WithoutAgreement() {
        Packets packet = Packets.ordinary(Purpose.S17);
        assertThat(mayAsk(packet, Audiences.POLICE, Sector.POLICE).ruling()).isEqualTo(Ruling.REFUSE);
        assertThat(mayAsk(packet, Audiences.POLICE, Sector.POLICE).ruleId()).isEqualTo("ASK-05");
        assertThat(mayAsk(packet, Audiences.COUNCIL, Sector.LOCAL_AUTHORITY).ruling())
                .isEqualTo(Ruling.ALLOW);
    }

    @Test // 27
    void asksThoseWhomAnOverrideCovers() {
        Packets packet = Packets.ordinary(Purpose.S17).override(Audiences.POLICE);
        assertThat(mayAsk(packet, Audiences.POLICE, Sector.POLICE).ruling()).isEqualTo(Ruling.ALLOW);
        assertThat(mayAsk(packet, Audiences.HEALTH, Sector.HEALTH).ruling()).isEqualTo(Ruling.REFUSE);
    }

    @Test
    void asksWithAgreementUntilItIsWithdrawn() {
        Packets packet = Packets.ordinary(Purpose.S17).consent(ConsentState.GIVEN, People.CHILD, People.MOTHER);
        assertThat(mayAsk(packet, Audiences.HEALTH, Sector.HEALTH).ruling()).isEqualTo(Ruling.ALLOW);
        assertThat(question(packet, Audiences.HEALTH, Sector.HEALTH, "pds")
                        .content()
                        .people())
                .hasSize(2);
        packet.consent(ConsentState.WITHDRAWN, People.CHILD);
        assertThat(mayAsk(packet, Audiences.HEALTH, Sector.HEALTH).ruling()).isEqualTo(Ruling.REFUSE);
    }

    @Test // 28
    void asksEverybodyAtOnceAtSection47ThoughParentsAreNotTold() {
        Packets packet = Packets.ordinary(Purpose.S47).consent(ConsentState.NOT_SOUGHT, People.CHILD);
        assertThat(mayAsk(packet, Audiences.HEALTH, Sector.HEALTH).ruling()).isEqualTo(Ruling.ALLOW);
    }

    @Test
    void doesNotFanOutAnOpenCaseAndLooksAtUnknownPurposes() {
        assertThat(mayAsk(Packets.ordinary(Purpose.S47).stage(Stage.OPEN_CASE), Audiences.HEALTH, Sector.HEALTH)
                        .ruling())
                .isEqualTo(Ruling.REFUSE);
        assertThat(mayAsk(Packets.ordinary(Purpose.UNKNOWN), Audiences.HEALTH, Sector.HEALTH)
                        .ruling())
                .isEqualTo(Ruling.REVIEW);
        assertThat(mayAsk(Packets.ordinary(Purpose.S47), Audiences.HEALTH, Sector.UNKNOWN)
                        .ruling())
                .isEqualTo(Ruling.REFUSE);
    }

    @Test
    void refusesToAskWhereNobodyMayBeAskedAbout() {
        Packets packet = Packets.empty(Purpose.S47).person(People.noor(SafetyFlag.PROTECTED_PERSON));
        assertThat(mayAsk(packet, Audiences.HEALTH, Sector.HEALTH).ruling()).isEqualTo(Ruling.REFUSE);
        assertThatThrownBy(() -> question(packet, Audiences.HEALTH, Sector.HEALTH, "pds"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void asksPoliceWithNamesBirthDatesAndTheirOwnNumbersOnly() {
        SealedQuestion asked = question(Packets.refuge(Purpose.S47), Audiences.POLICE, Sector.POLICE, "police-records");
        assertThat(new String(asked.bytes(), StandardCharsets.ISO_8859_1))
                .contains("Noor Invented", "2018-01-30")
                .doesNotContain("Former", "ZZ2", "01632", "9990000050", "LA-", "ouncil", "PARENT");
        assertThat(asked.lines()).hasSize(3);
        assertThat(asked.content().people())
                .allSatisfy(p -> assertThat(p.identifiers()).isEmpty());
    }

    @Test
    void givesHealthNhsNumbersAndTheCouncilItsOwnNumbers() {
        AskedPerson atHealth = question(Packets.ordinary(Purpose.S47), Audiences.HEALTH, Sector.HEALTH, "pds")
                .content()
                .people()
                .get(0);
        assertThat(atHealth.identifiers()).hasOnlyElementsOfType(NhsNumber.class);
        AskedPerson atCouncil = question(
                        Packets.ordinary(Purpose.S47), Audiences.COUNCIL, Sector.LOCAL_AUTHORITY, "council-cin")
                .content()
                .people()
                .get(0);
        assertThat(atCouncil.identifiers()).hasAtLeastOneElementOfType(LocalId.class);
    }

    @Test
    void asksSchoolsAboutChildrenOnlyAndNobodyAboutTheNeighbour() {
        Packets packet = Packets.ordinary(Purpose.S47).person(People.neighbour());
        assertThat(question(packet, Audiences.SCHOOLS, Sector.EDUCATION, "schools-by-hand")
                        .content()
                        .people())
                .hasSize(1);
        assertThat(question(packet, Audiences.POLICE, Sector.POLICE, "police-records")
                        .content()
                        .people())
                .hasSize(3);
    }

    @Test
    void givesHousingAnAddressWhereNobodyHidesAndNoneWhereSomebodyDoes() {
        assertThat(question(Packets.ordinary(Purpose.S47), Audiences.HOMES, Sector.HOUSING, "housing-by-hand")
                        .content()
                        .people())
                .allSatisfy(p -> assertThat(p.address()).isPresent());
        assertThat(question(Packets.refuge(Purpose.S47), Audiences.HOMES, Sector.HOUSING, "housing-by-hand")
                        .content()
                        .people())
                .allSatisfy(p -> assertThat(p.address()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = SourceState.class,
            names = {"ANSWERED"},
            mode = EnumSource.Mode.EXCLUDE)
    void givesHousingNoAddressUntilEverybodyWhoMayKnowOfARestrictionHasAnswered(SourceState state) {
        for (String[] flagging : new String[][] {
            {"exampleshire-council", "LOCAL_AUTHORITY"},
            {"exampleshire-health", "HEALTH"},
            {"exampleshire-police", "POLICE"}
        }) {
            Packets packet = Packets.ordinary(Purpose.S47)
                    .agency(new AgencyId(flagging[0]), "Slow", Sector.valueOf(flagging[1]), state, "slow-source");
            assertThat(question(packet, Audiences.HOMES, Sector.HOUSING, "housing-by-hand")
                            .content()
                            .people())
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(p.address()).isEmpty());
        }
    }

    @Test
    void givesHousingNoAddressWhereNobodyIsThereToKnowOfARestriction() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .agency(Audiences.HEALTH, "No system", Sector.HEALTH, SourceState.ANSWERED);
        assertThat(question(packet, Audiences.HOMES, Sector.HOUSING, "housing-by-hand")
                        .content()
                        .people())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.address()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"TRAINING_IN_DATE", "VETTING_IN_DATE", "CONFLICT_OF_INTEREST", "VIEW_OF_OWN_TEAM"})
    void opensNothingInTheRoomWhereAFactAboutTheUserIsNotKnown(Attribute unknown) {
        FactVector facts = new FactVector.Gathering()
                .put(Attribute.ROLE, Role.DECISION_MAKER)
                .put(Attribute.PLACEMENT, Placement.INSIDE)
                .put(Attribute.ARTEFACT, Artefact.INSIDE_RECORD)
                .put(Attribute.CONFLICT_OF_INTEREST, false)
                .put(Attribute.TRAINING_IN_DATE, true)
                .put(Attribute.VETTING_IN_DATE, true)
                .put(Attribute.VIEW_OF_OWN_TEAM, true)
                .failed(unknown)
                .done();
        assertThat(new Answers(Policies.SHIPPED.book()).to(Gate.MAY_OPEN, facts).allowed())
                .isFalse();
    }

    @Test // 34
    void opensNothingForWhoeverHasAConflictOrIsNotInDate() {
        assertThat(mayOpen(false, true, true, Audiences.decisionMaker()).ruling())
                .isEqualTo(Ruling.ALLOW);
        assertThat(mayOpen(true, true, true, Audiences.decisionMaker()).reason())
                .isEqualTo("There is no such enquiry.");
        assertThat(mayOpen(false, false, true, Audiences.decisionMaker()).ruling())
                .isEqualTo(Ruling.REFUSE);
        assertThat(mayOpen(false, true, false, Audiences.decisionMaker()).ruling())
                .isEqualTo(Ruling.REFUSE);
        assertThat(mayOpen(false, true, true, Audiences.policeDesk()).ruling()).isEqualTo(Ruling.REFUSE);
    }

    private static Permission mayOpen(boolean conflict, boolean trained, boolean vetted, Audience user) {
        Audience of = Audiences.decisionMaker();
        ViewKey key = new ViewKey(
                new EnquiryId(new UUID(0x30L, 1)),
                of.area(),
                of.team(),
                of.role(),
                People.CHILD,
                Purpose.S47,
                Artefact.INSIDE_RECORD);
        return Policies.ENGINE.mayOpen(new Opening(user, key, conflict, trained, vetted, Packets.AS_AT));
    }

    @Test // 36
    void pushesTheEncompassNoticeThoughThePacketIsRefused() {
        Sending push = new Sending(
                Artefact.STATUTORY_PUSH,
                Audiences.schoolOutside(),
                "queue",
                Purpose.ENCOMPASS,
                false,
                false,
                true,
                false);
        assertThat(Policies.ENGINE.maySend(push).ruling()).isEqualTo(Ruling.ALLOW);
        Sending packet = new Sending(
                Artefact.INSIDE_RECORD, Audiences.schoolOutside(), "queue", Purpose.S47, false, true, true, false);
        assertThat(Policies.ENGINE.maySend(packet).ruling()).isEqualTo(Ruling.REFUSE);
    }

    @Test
    void sendsReceiptsAndProductsThatTwoPeopleHaveSeenAndNothingByUnknownWays() {
        Audience sender = Audiences.schoolOutside();
        assertThat(Policies.ENGINE.maySend(Sending.receipt(sender, "reply")).ruling())
                .isEqualTo(Ruling.ALLOW);
        assertThat(Policies.ENGINE.maySend(Sending.receipt(sender, "fax")).ruling())
                .isEqualTo(Ruling.REFUSE);
        assertThat(product(sender, true).ruling()).isEqualTo(Ruling.ALLOW);
        assertThat(product(sender, false).ruling()).isEqualTo(Ruling.REFUSE);
        assertThat(product(Audiences.parent(), true).ruling()).isEqualTo(Ruling.REVIEW);
    }

    private static Permission product(Audience to, boolean seenTwice) {
        return Policies.ENGINE.maySend(
                new Sending(Artefact.INFO_PRODUCT, to, "secure-email", Purpose.S47, false, seenTwice, true, false));
    }
}
