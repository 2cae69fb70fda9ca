package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;

/** The page offers a form to exactly those roles whose act the rules do not refuse for their role. */
class OfferedFormsTest {
    /** Whoever acts; the colleague on the forms is somebody else. */
    private static final UUID OTHER = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a3ff");

    private static final java.util.UUID ANY = java.util.UUID.fromString(Screens.USER);
    private static final PersonId PERSON = new PersonId(ANY);

    private static Area area() {
        try {
            return Partnership.load(Path.of("../config/areas")).areas().get(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean may(Act act, Team team) {
        Packet packet = mock(Packet.class);
        when(packet.asAt()).thenReturn(TestTime.MONDAY);
        try {
            new ActRules().check(act, new UserId(OTHER), team, area(), packet);
            return true;
        } catch (NotAllowed e) {
            return !e.reason().startsWith("Only");
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void followTheRules(Role role) {
        Team team = new Team(
                new TeamId("some-team"),
                "Some team",
                new AgencyId("exampleshire-council"),
                role,
                Placement.INSIDE,
                Team.Perspective.INDEX_CHILD);
        OfferedForms offered = new OfferedForms(new Reader(
                new SignedIn(
                        new UserId(ANY), area().code(), team.id(), TestTime.MONDAY, Optional.empty(), Optional.empty()),
                area(),
                team));
        assertThat(offered.screens()).isEqualTo(may(new Act.Rate(Rating.RED, "r"), team));
        assertThat(offered.screens()).isEqualTo(may(new Act.SetPurpose(Purpose.S17, "g"), team));
        assertThat(offered.screens())
                .isEqualTo(may(
                        new Act.RecordAgreement(ConsentState.GIVEN, Set.of(), "g", Optional.empty(), Optional.empty()),
                        team));
        assertThat(offered.screens()).isEqualTo(may(new Act.DeclareConflict(new UserId(ANY), List.of()), team));
        assertThat(offered.decides())
                .isEqualTo(may(new Act.RecordOverride(Set.of(new AgencyId("exampleshire-police")), "r", 1), team));
        assertThat(offered.decides())
                .isEqualTo(may(new Act.DecideChild(PERSON, Set.of(ThresholdOutcome.MARAC), "r", "", 1), team));
        assertThat(offered.decides()).isEqualTo(may(new Act.TellReferrer(ThresholdOutcome.MARAC, true), team));
        assertThat(offered.decides())
                .isEqualTo(may(new Act.WithdrawOverride(Set.of(new AgencyId("exampleshire-police")), "r"), team));
        assertThat(offered.owns())
                .isEqualTo(may(new Act.OwnItem(new ItemId(ANY), OwnerAct.Kind.HOLD, Set.of(), "t"), team));
        assertThat(offered.links()).isEqualTo(may(new Act.SettleLink(new LinkId(ANY), true, "w"), team));
        assertThat(offered.flags()).isEqualTo(may(new Act.RaiseFlag(PERSON, SafetyFlag.SAFE_ADDRESS, "r"), team));
        assertThat(offered.purposes().contains(Purpose.S47) && offered.screens())
                .isEqualTo(may(new Act.SetPurpose(Purpose.S47, "g"), team));
    }
}
