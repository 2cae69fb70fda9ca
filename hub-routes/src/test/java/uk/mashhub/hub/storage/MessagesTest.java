package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

class MessagesTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:40:00Z");
    private static final Principal POLICE = new Principal("exampleshire-police");

    private final TestDatabase database = TestDatabase.shared();
    private final Inbox inbox = new Inbox(database.app, database.keys);
    private final List<String> sent = new ArrayList<>();
    private Instant now = AT;

    private final Outbox outbox = new Outbox(database.app, database.appManager, new Ticking(), database.random);

    private final class Ticking extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void empty() {
        outbox.relay(10_000, (address, id, body, trace) -> {});
    }

    @Test
    void tellsFirstRepeatAndConflictApart() {
        MessageId id = new MessageId("okafor-" + database.random.uuid());
        UUID receipt = database.random.uuid();

        assertThat(arrive(POLICE, id, 1, receipt)).isInstanceOf(Arrival.First.class);
        assertThat(arrive(POLICE, id, 1, database.random.uuid())).isEqualTo(new Arrival.Repeat(receipt));
        assertThat(arrive(POLICE, id, 2, database.random.uuid())).isInstanceOf(Arrival.Conflict.class);
        assertThat(arrive(new Principal("exampleshire-health"), id, 1, receipt)).isInstanceOf(Arrival.First.class);
    }

    @Test
    void saysOfAnIdWhetherItCameWithAnotherBodyAndRecordsNothing() {
        MessageId id = new MessageId("m-" + database.random.uuid());
        assertThat(inbox.conflicts(POLICE, id, new byte[] {1})).isFalse();
        arrive(POLICE, id, 1, database.random.uuid());

        assertThat(inbox.conflicts(POLICE, id, new byte[] {1})).isFalse();
        assertThat(inbox.conflicts(POLICE, id, new byte[] {2})).isTrue();
        assertThat(inbox.conflicts(new Principal("exampleshire-health"), id, new byte[] {2}))
                .isFalse();
    }

    @Test
    void forgetsAnArrivalThatRolledBack() {
        MessageId id = new MessageId("m-" + database.random.uuid());
        assertThatThrownBy(() -> database.inApp().executeWithoutResult(s -> {
                    arrive(POLICE, id, 1, database.random.uuid());
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");

        assertThat(arrive(POLICE, id, 1, database.random.uuid())).isInstanceOf(Arrival.First.class);
    }

    @Test
    void keepsNoMessageIdInTheClear() {
        MessageId id = new MessageId("okafor-" + database.random.uuid());
        arrive(POLICE, id, 1, database.random.uuid());

        assertThat(database.app
                        .sql("select count(*) from inbox where position(:id in encode(message, 'escape')) > 0")
                        .param("id", "okafor")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void countsTheFailuresOfAMessageThoughItsTransactionRollsBack() {
        Attempts attempts = new Attempts(database.app, database.appManager, database.keys);
        byte[] digest = database.random.bytes(32);
        for (int i = 1; i <= 3; i++) {
            int expected = i;
            database.inApp().executeWithoutResult(s -> {
                assertThat(attempts.failed(POLICE, digest, AT)).isEqualTo(expected);
                s.setRollbackOnly();
            });
        }
    }

    @Test
    void takesAnActOnce() {
        ActsSeen acts = new ActsSeen(database.app);
        ActId act = ActId.random(database.random);

        assertThat(acts.first(act, AT)).isTrue();
        assertThat(acts.first(act, AT)).isFalse();
    }

    @Test
    void sendsInOrderAndMarksAfterwards() {
        put("view-1", "1");
        put("view-2", "2");
        put("view-1", "3");

        assertThat(relay()).isEqualTo(3);

        assertThat(sent).containsExactly("1", "2", "3");
        assertThat(relay()).isZero();
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void holdsBackWhatComesAfterAFailureOfTheSameKeyAlone() {
        put("view-1", "bad");
        put("view-1", "later");
        put("view-2", "other");

        assertThat(relay()).isEqualTo(1);
        assertThat(relay()).isZero();
        assertThat(sent).containsExactly("other");

        now = AT.plus(Duration.ofSeconds(2));
        outbox.relay(10, (address, id, body, trace) -> sent.add(text(body)));
        assertThat(sent).containsExactly("other", "bad", "later");
    }

    @Test
    void sendsAgainUnderTheSameDuplicateIdIfTheMarkIsLost() {
        put("view-1", "1");
        List<String> ids = new ArrayList<>();
        assertThatThrownBy(() -> database.inApp().executeWithoutResult(s -> {
                    outbox.relay(10, (address, id, body, trace) -> ids.add(id));
                    throw new IllegalStateException("crash before the commit");
                }))
                .hasMessageStartingWith("crash");

        outbox.relay(10, (address, id, body, trace) -> ids.add(id));

        assertThat(ids).hasSize(2);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void sendsNothingOfATransactionThatRolledBack() {
        database.inApp().executeWithoutResult(s -> {
            put("view-1", "1");
            s.setRollbackOnly();
        });

        assertThat(relay()).isZero();
    }

    @Test
    void letsOneRelayWorkAtATime() {
        put("view-1", "1");
        List<Integer> other = new ArrayList<>();
        outbox.relay(10, (address, id, body, trace) -> other.add(inAnotherThread()));

        assertThat(other).containsExactly(0);
    }

    @Test
    void keepsAQuarantinedMessageWholeForItsSender() {
        QuarantineStore store = new QuarantineStore(database.app, database.vault, database.keys, database.random);
        byte[] digest = database.random.bytes(32);
        UUID id = store.add(row(digest), Optional.of(new byte[] {0, 1, 2, -1}));
        UUID tooHigh = store.add(row(database.random.bytes(32)), Optional.empty());

        assertThat(store.open(id)).hasValueSatisfying(b -> assertThat(b).containsExactly(0, 1, 2, -1));
        assertThat(store.open(tooHigh)).isEmpty();
        assertThat(store.holds(POLICE, digest)).isTrue();
        assertThat(store.holds(new Principal("exampleshire-health"), digest)).isFalse();
        assertThat(store.list("WAITING")).extracting(QuarantineStore.Kept::id).contains(id, tooHigh);
        assertThat(store.find(tooHigh).orElseThrow().hasBody()).isFalse();

        assertThat(store.settle(id, "WAITING", "MENDED", AT)).isTrue();
        assertThat(store.settle(id, "WAITING", "DISCARDED", AT)).isFalse();
        assertThat(store.find(id).orElseThrow().row().state()).isEqualTo("MENDED");
    }

    private QuarantineRow row(byte[] digest) {
        return new QuarantineRow(
                POLICE,
                new AgencyId("exampleshire-police"),
                "hub.intake",
                4,
                digest,
                "MALFORMED",
                "line 1",
                "not JSON",
                "WAITING",
                AT,
                Optional.empty());
    }

    private int inAnotherThread() {
        try {
            return CompletableFuture.supplyAsync(() -> outbox.relay(10, (a, i, b, t) -> sent.add("twice")))
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Arrival arrive(Principal principal, MessageId id, int body, UUID receipt) {
        return inbox.arrive(principal, id, new byte[] {(byte) body}, receipt, AT);
    }

    private void put(String order, String body) {
        outbox.put("team.x.notices", order, body.getBytes(StandardCharsets.UTF_8), now);
    }

    private int relay() {
        return outbox.relay(10, (address, id, body, trace) -> {
            if (text(body).equals("bad")) {
                throw new IllegalStateException("the broker refuses");
            }
            sent.add(text(body));
        });
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
