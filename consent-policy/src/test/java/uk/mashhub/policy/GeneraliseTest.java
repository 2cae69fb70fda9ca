package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.FieldKind.ADDRESS;
import static uk.mashhub.model.vocabulary.FieldKind.NAME;
import static uk.mashhub.model.vocabulary.FieldKind.POSTCODE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.agreement.Problem;

/** An address in an item that is not about where somebody is: who must not visit reads the postcode district. */
class GeneraliseTest {

    private static Items identity() {
        return Items.of(DataClass.IDENTITY)
                .heldBy(Audiences.HEALTH, "pds")
                .about(People.CHILD, SubjectRole.INDEX_CHILD)
                .field(NAME, "Noor Invented")
                .field(ADDRESS, "3 Former Street, ZZ2 2BB");
    }

    private static String read(Audience by, Purpose purpose, Items item) {
        return Seen.by(by, Packets.ordinary(purpose).item(item)).text();
    }

    @Test
    void isReadAsItsDistrictByThoseWhoDoNotVisit() {
        for (Purpose purpose : List.of(Purpose.S17, Purpose.S47)) {
            assertThat(read(Audiences.educationDesk(), purpose, identity()))
                    .contains("{\"label\":\"address (district only)\",\"value\":\"ZZ2\"}", "\"outcome\":\"REDACT\"")
                    .doesNotContain("Former Street", "2BB", "\"redacted\":[\"Address\"]");
            assertThat(read(Audiences.policeDesk(), purpose, identity())).contains("3 Former Street, ZZ2 2BB");
            assertThat(read(Audiences.decisionMaker(), purpose, identity())).contains("3 Former Street, ZZ2 2BB");
        }
    }

    @Test
    void isTakenOutWhereNobodyCanTellTheDistrict() {
        Items unclear = Items.of(DataClass.IDENTITY)
                .heldBy(Audiences.HEALTH, "pds")
                .about(People.CHILD, SubjectRole.INDEX_CHILD)
                .field(NAME, "Noor Invented")
                .field(ADDRESS, "3 Former Street (ZZ2 2BB), the blue door");
        assertThat(read(Audiences.educationDesk(), Purpose.S17, unclear))
                .contains("\"redacted\":[\"Address\"]")
                .doesNotContain("Former Street", "ZZ2");
    }

    @Test
    void isReadInFullOnceItsOwnerReleasesIt() {
        Packets packet = Packets.ordinary(Purpose.S17).item(identity()).released(1, "education-desk");
        assertThat(Seen.by(Audiences.educationDesk(), packet).text()).contains("3 Former Street, ZZ2 2BB");
    }

    @Test
    void leavesTheRoomAsItsDistrict() {
        Packets packet = Packets.ordinary(Purpose.S17).item(identity());
        assertThat(Seen.by(Audiences.policeDesk(), People.CHILD, packet.done(), Artefact.INFO_PRODUCT)
                        .text())
                .contains("ZZ2")
                .doesNotContain("Former Street");
    }

    @Test
    void isNoDistrictWhereSomebodyHides() {
        Packets packet = Packets.refuge(Purpose.S17).item(identity());
        assertThat(Seen.by(Audiences.educationDesk(), packet).text()).doesNotContain("ZZ2");
        Packets perpetrators = Packets.ordinary(Purpose.S17)
                .person(People.karim(SafetyFlag.PERPETRATOR_LINKED))
                .item(identity());
        assertThat(Seen.by(Audiences.housingOfficer(), People.FATHER, perpetrators)
                        .text())
                .doesNotContain("ZZ2");
    }

    @Test
    void standsOverNoHousehold() {
        Household household = new Household(
                new HouseholdId(new UUID(0x40L, 1)),
                Optional.of(new Address(List.of("3 Former Street"), "ZZ2 2BB", Optional.empty())),
                List.of(new HouseholdMember(People.CHILD, Optional.empty(), Optional.empty())));
        Packets packet = Packets.ordinary(Purpose.S17).item(identity()).household(Audiences.HEALTH, "pds", household);
        assertThat(Seen.by(Audiences.policeDesk(), packet).text()).contains("\"address\":\"3 Former Street, ZZ2 2BB\"");
        assertThat(Seen.by(Audiences.educationDesk(), packet).text())
                .contains("\"text\":\"Household\"")
                .doesNotContain("Former Street");
    }

    @Test
    void takesThePostcodeFieldToo() {
        assertThat(read(Audiences.educationDesk(), Purpose.S17, identity().field(POSTCODE, "ZZ2 2BB")))
                .doesNotContain("2BB");
    }

    @Test
    void isTheOnlyThingThatARuleCanGeneralise(@TempDir Path directory) {
        Problem name = new Draft(directory)
                .change("consent.yaml", "generalise: [ADDRESS, POSTCODE]", "generalise: [ADDRESS, NAME]")
                .problemContaining("generalised");
        assertThat(name.what()).isEqualTo("only ADDRESS and POSTCODE can be generalised");
        assertThat(new Draft(directory)
                        .change(
                                "consent.yaml",
                                "{outcome: REDACT, generalise: [ADDRESS, POSTCODE]}",
                                "{outcome: REDACT, redact: [ADDRESS], generalise: [ADDRESS]}")
                        .problemContaining("not both")
                        .file())
                .isEqualTo("consent.yaml");
        assertThat(new Draft(directory)
                        .change(
                                "consent.yaml",
                                "{outcome: REDACT, generalise: [ADDRESS, POSTCODE]}",
                                "{outcome: SHOW, generalise: [ADDRESS]}")
                        .problemContaining("REDACT")
                        .what())
                .isEqualTo("SHOW with fields taken out is REDACT");
    }
}
