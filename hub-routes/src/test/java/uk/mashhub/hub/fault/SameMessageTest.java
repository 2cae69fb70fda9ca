package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Door;
import uk.mashhub.hub.command.Visitor;

/** One message sent by several at once takes effect once; another body under its id changes nothing (ruling 19). */
class SameMessageTest {
    private static final int SENDERS = 4;
    private static final int MESSAGES = 5;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final long SEED = Long.getLong("same.seed", new SecureRandom().nextLong());

    @Test
    void takesEffectOnceAndKeepsAConflictApart() throws Exception {
        try (FrailHub hub = FrailHub.start()) {
            List<String> receipts = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                receipts.add(atOnce(hub, "same-" + i, Forms.form(i, SEED)));
            }
            hub.awaitQueue(MESSAGES);
            hub.ledgers().holdOnce(MESSAGES, "seed " + SEED);
            Visitor.Answered other = hub.door().form("school-form", "same-0", Forms.form(MESSAGES, SEED));
            assertThat(other.status()).isEqualTo(CONFLICT);
            TheHub.await("the conflict in quarantine", () -> conflicts(hub) == 1 ? true : null);
            assertThat(hub.ledgers().count("select count(*) from log_entry where act = 'QUARANTINE'"))
                    .as("the alarm's entry")
                    .isEqualTo(1);
            Visitor.Answered again = hub.door().form("school-form", "same-0", Forms.form(0, SEED));
            assertThat(again.status()).isEqualTo(ACCEPTED);
            assertThat(again.text()).as("the receipt of the first stands").isEqualTo(receipts.get(0));
            assertThat(hub.ledgers().count("select count(*) from enquiry")).isEqualTo(MESSAGES);
        }
    }

    private static long conflicts(FrailHub hub) {
        return hub.ledgers().count("select count(*) from quarantine where fault = 'CONFLICT'");
    }

    /** All senders get one receipt. */
    private static String atOnce(FrailHub hub, String id, byte[] body) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        CyclicBarrier together = new CyclicBarrier(SENDERS);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                Door door = hub.door();
                answers.add(senders.submit(() -> {
                    together.await();
                    Visitor.Answered answer = door.form("school-form", id, body);
                    assertThat(answer.status()).isEqualTo(ACCEPTED);
                    return answer.text();
                }));
            }
            Set<String> receipts = new HashSet<>();
            for (Future<String> answer : answers) {
                receipts.add(answer.get());
            }
            assertThat(receipts).hasSize(1);
            return receipts.iterator().next();
        } finally {
            senders.shutdownNow();
        }
    }
}
