package uk.mashhub.hub.audit;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.storage.LookupStore;

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
        verify(store, org.mockito.Mockito.atLeastOnce()).add(argThat((LookupRow row) -> row.act().equals("START")));
        verify(store).through(4);
    }
}
