package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.decision.PolicyHash;

class PolicyHeadStoreTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:40:00Z");
    private static final PolicyHash OLD = new PolicyHash("a".repeat(64));
    private static final PolicyHash NEW = new PolicyHash("b".repeat(64));

    private final TestDatabase database = TestDatabase.shared();
    private final PolicyHeadStore store = new PolicyHeadStore(database.app);
    private final PolicySignature one = new PolicySignature("ig-council", new byte[] {1});
    private final PolicySignature two = new PolicySignature("ig-police", new byte[] {2});

    @Test
    void movesTheHeadAndKeepsWhatWasPublished() {
        store.publish(OLD, new byte[] {7}, one, two, AT);
        store.publish(NEW, new byte[] {8}, one, two, AT);

        PolicyHead head = store.head().orElseThrow();
        assertThat(head.hash()).isEqualTo(NEW);
        assertThat(head.canonical()).containsExactly(8);
        assertThat(head.first().signer()).isEqualTo("ig-council");

        store.publish(OLD, new byte[] {7}, one, two, AT);
        assertThat(store.head().orElseThrow().hash()).isEqualTo(OLD);
    }

    @Test
    void refusesOnePersonWhoSignsTwice() {
        assertThatThrownBy(() -> store.publish(NEW, new byte[] {8}, one, one, AT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsTheHeadWhileADecisionIsUnderWay() throws Exception {
        store.publish(OLD, new byte[] {7}, one, two, AT);
        CompletableFuture<Void> publish = database.inApp().execute(s -> {
            assertThat(store.hold()).contains(OLD);
            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> store.publish(NEW, new byte[] {8}, one, two, AT));
            assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return other;
        });

        publish.get(10, TimeUnit.SECONDS);
        assertThat(store.hold()).contains(NEW);
    }
}
