package uk.mashhub.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Team;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.DecidedView;
import uk.mashhub.policy.Handles;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.Readership;

/** Whether there is a row on a team's queue at all must not follow from an item of which that team may not know (law 5). */
class TakingPartTest {
    private static final UUID ANY = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a201");

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void followsFromAnAgencysOwnItemOnlyIfItsTeamMayKnowOfIt(Outcome outcome) throws IOException {
        Packet packet = packet();
        Area area = area();
        PolicyEngine policy = policy(outcome);
        Decider decider = new Decider(() -> policy, handles());
        boolean there = decider.views(packet, area, Map.of()).stream()
                .anyMatch(v -> v.team().id().value().equals("police-desk"));
        assertThat(there).isEqualTo(outcome != Outcome.SILENT);
        assertThat(decider.knownToAll(packet, area, Map.of(), new ItemId(ANY))).isEqualTo(outcome != Outcome.SILENT);
    }

    /** Links are asked about one by one: nothing is decided for teams that have no say in it. */
    @Test
    void decidesForThoseWhoSettleLinksAloneWhatItDecidesForEverybody() throws IOException {
        PolicyEngine policy = policy(Outcome.SHOW);
        Decider decider = new Decider(() -> policy, handles());
        List<TeamId> all = decider.held(packet(), area(), Map.of()).stream()
                .map(Decider.TeamView::team)
                .filter(Team::settlesLinks)
                .map(Team::id)
                .toList();
        clearInvocations(policy);

        assertThat(decider.decidedWhereLinksAreSettled(packet(), area(), Map.of()))
                .isNotEmpty()
                .containsOnlyKeys(all);
        verify(policy).views(any(), argThat(readers -> readers.size() == all.size()), any(), any());
    }

    private static Area area() throws IOException {
        return Partnership.load(Path.of("../config/areas")).areas().get(0);
    }

    private static Packet packet() {
        Item item = mock(Item.class, RETURNS_DEEP_STUBS);
        when(item.id()).thenReturn(new ItemId(ANY));
        when(item.provenance().owner()).thenReturn(new AgencyId("exampleshire-police"));
        Packet packet = mock(Packet.class);
        when(packet.items()).thenReturn(List.of(item));
        when(packet.agencies()).thenReturn(List.of());
        when(packet.people())
                .thenReturn(List.of(new PacketPerson(
                        new PersonId(ANY),
                        Set.of(SubjectRole.INDEX_CHILD),
                        new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of()),
                        List.of())));
        return packet;
    }

    private static Handles handles() {
        Handles handles = mock(Handles.class);
        when(handles.person(any(), any())).thenReturn("child");
        return handles;
    }

    private static PolicyEngine policy(Outcome outcome) {
        ItemDecision decision = mock(ItemDecision.class, RETURNS_DEEP_STUBS);
        when(decision.item()).thenReturn(new ItemId(ANY));
        when(decision.verdict().outcome()).thenReturn(outcome);
        PolicyEngine policy = mock(PolicyEngine.class, RETURNS_DEEP_STUBS);
        when(policy.views(any(), any(), any(), any()))
                .thenAnswer(call -> call.<List<Readership>>getArgument(1).stream()
                        .map(reader -> view(reader, decision))
                        .toList());
        return policy;
    }

    private static DecidedView view(Readership reader, ItemDecision decision) {
        ViewKey key = mock(ViewKey.class);
        when(key.team()).thenReturn(reader.audience().team());
        DecidedView view = mock(DecidedView.class, RETURNS_DEEP_STUBS);
        when(view.view().key()).thenReturn(key);
        when(view.view().content()).thenReturn("{\"handle\":\"child\"}".getBytes(StandardCharsets.UTF_8));
        when(view.decisions()).thenReturn(List.of(decision));
        return view;
    }
}
