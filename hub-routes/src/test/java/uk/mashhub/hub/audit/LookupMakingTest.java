package uk.mashhub.hub.audit;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.log.Logged;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SubjectRole;

class LookupMakingTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

    private final SmallHub hub = SmallHub.started();
    private final LookupStore store = mock(LookupStore.class);

    private static LookupStore.Placed placed(long place, String entry) {
        return new LookupStore.Placed(
                place, AT, entry.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
    }

    private static String start(String disclosure) {
        return "{\"id\":\"e\",\"recorded\":\"" + AT + "\",\"act\":\"START\",\"agent\":\"hub\",\"disclosure\":\""
                + disclosure + "\"}";
    }

    /** One that nobody can read does not keep all that came after it from being found. */
    @Test
    void parksWhatCannotBeReadAndGoesOn() {
        when(store.next(anyInt()))
                .thenReturn(List.of(
                        placed(1, "no entry"),
                        placed(2, "{\"act\":\"NEVER_HEARD_OF\"}"),
                        placed(3, start("no id")),
                        placed(4, start(""))));

        new LookupMaking(store, new Partnership(List.of(hub.area)), hub.database.inApp(), hub.database.random).run();

        verify(store).park(1);
        verify(store).park(2);
        verify(store).park(3);
        verify(store, never()).park(4);
        verify(store, org.mockito.Mockito.atLeastOnce())
                .add(argThat((LookupRow row) -> row.act().equals("START")));
        verify(store).through(4);
    }

    private static String operator(String act) {
        return "{\"id\":\"e\",\"recorded\":\"" + AT + "\",\"act\":\"" + act + "\",\"agent\":\"operator\"}";
    }

    /** The name alone opens nothing: what it did at the command line is of no enquiry. */
    @Test
    void showsEveryLeadWhatAnOperatorExportedOrCheckedAndNothingElse() {
        LookupStore.Placed ofAnEnquiry = new LookupStore.Placed(
                4,
                AT,
                operator("EXPORT").getBytes(StandardCharsets.UTF_8),
                Optional.of(EnquiryId.random(hub.database.random)),
                Optional.of(hub.area.code()));
        when(store.next(anyInt()))
                .thenReturn(List.of(
                        placed(1, operator("EXPORT")),
                        placed(2, operator("VERIFICATION")),
                        placed(3, operator("OPENING")),
                        ofAnEnquiry));

        new LookupMaking(store, new Partnership(List.of(hub.area)), hub.database.inApp(), hub.database.random).run();

        int leads = hub.area.agencies().size();
        verify(store, times(leads)).add(argThat((LookupRow row) -> row.act().equals("EXPORT")));
        verify(store, times(leads)).add(argThat((LookupRow row) -> row.act().equals("VERIFICATION")));
        verify(store, times(2 * leads)).add(any(LookupRow.class));
    }

    /** What a named unit is shown, no lead finds (ruling 13). */
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PROTECTED_PERSONS_UNIT", "ADOPTION_LEAD", "DECISION_MAKER"})
    void writesNoRowOfWhatANamedUnitIsShown(Role role) {
        EnquiryId id = hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
        ViewHead head = hub.views.headsOf(id).get(0);
        Logged logged = mock(Logged.class);
        when(logged.entry()).thenReturn(start("").getBytes(StandardCharsets.UTF_8));
        Team team = new Team(
                head.key().team(),
                "A team",
                hub.area.agencies().get(0).id(),
                role,
                Placement.INSIDE,
                Team.Perspective.INDEX_CHILD);

        new LookupBook(store, new LookupKeys(new byte[32]), hub.database.random)
                .disclosed(
                        hub.in(() -> hub.ledger.look(id)),
                        team,
                        head,
                        logged,
                        JsonMapper.shared().createObjectNode());

        verify(store, role == Role.DECISION_MAKER ? times(1) : never()).standsFor(any(), any());
        verify(store, role == Role.DECISION_MAKER ? times(1) : never()).add(any(), any(), any(), any(), any());
    }
}
