package uk.mashhub.hub.storage;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.model.RandomSource;

/**
 * The transactional outbox: what a transaction wants to send leaves after its commit, at least once, in order.
 *
 * <p>Messages of one order key leave in the order in which they were put, provided that those who put them hold a lock in
 * common (the enquiry's row). One that cannot be sent holds back its own order key and nothing else.
 */
public final class Outbox {
    /** Leave a broker that is away alone after so many failures in one pass. */
    private static final int FAILURES = 3;
    /** How long one that could not be sent waits. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private static final ManyRows MESSAGES = ManyRows.into(
            "outbox",
            "duplicate_id uuid",
            "address text",
            "order_key text",
            "body bytea",
            "put_at timestamptz",
            "traceparent text");

    private record Waiting(
            long id, UUID duplicateId, String address, String order, byte[] body, Optional<String> trace) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomSource random;
    private final Supplier<Optional<String>> trace;

    public Outbox(JdbcClient jdbc, PlatformTransactionManager manager, Clock clock, RandomSource random) {
        this(jdbc, manager, clock, random, Optional::empty);
    }

    /** @param trace to which whatever is put now belongs (W3C Trace Context section 3.2); empty if to none */
    public Outbox(
            JdbcClient jdbc,
            PlatformTransactionManager manager,
            Clock clock,
            RandomSource random,
            Supplier<Optional<String>> trace) {
        this.trace = trace;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
        this.random = random;
    }

    /** Hands a message to the broker, durably, before it returns. */
    @FunctionalInterface
    public interface Sender {
        /**
         * Sends.
         *
         * @param duplicateId goes into the header {@code _AMQ_DUPL_ID}, by which the broker drops a repeat
         * @param trace to which it belongs; stays in the hub
         * @throws RuntimeException if the broker did not take it; it will be sent again
         */
        void send(String address, String duplicateId, byte[] body, Optional<String> trace);
    }

    /**
     * Puts a message, in the caller's transaction.
     *
     * @param order messages with the same key keep their order; a random id, such as the view's
     * @param body already sealed for its recipient
     */
    public void put(String address, String order, byte[] body, Instant at) {
        put(address, order, random.uuid(), body, at);
    }

    /** Puts a message that has a random id of its own, under which its recipient knows it. */
    public void put(String address, UUID id, byte[] body, Instant at) {
        put(address, id.toString(), id, body, at);
    }

    private void put(String address, String order, UUID duplicateId, byte[] body, Instant at) {
        GatheringJdbc.add(
                jdbc,
                MESSAGES,
                duplicateId,
                address,
                order,
                Objects.requireNonNull(body, "body"),
                at,
                trace.get().orElse(null));
    }

    /**
     * Sends what waits, in a transaction of its own. Only one relay works at a time in the whole database; another one
     * does nothing. A crash after a send and before the commit sends it again with the same duplicate id.
     *
     * @return how many were sent
     */
    public int relay(int limit, Sender sender) {
        Integer sent = transaction.execute(status -> mine() ? pass(limit, sender) : 0);
        return Objects.requireNonNull(sent, "sent");
    }

    /** To which trace a message belongs that was put under this id; empty if to none, or if there was none. */
    public Optional<String> trace(UUID id) {
        return jdbc.sql("select traceparent from outbox where duplicate_id = :id and traceparent is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** How many wait. */
    public long waiting() {
        return jdbc.sql("select count(*) from outbox where sent_at is null")
                .query(Long.class)
                .single();
    }

    private boolean mine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", AdvisoryLock.OUTBOX)
                .query(Boolean.class)
                .single();
    }

    private int pass(int limit, Sender sender) {
        Set<String> heldBack = new HashSet<>();
        List<Long> sent = new ArrayList<>();
        for (Waiting waiting : waiting(limit)) {
            if (heldBack.size() == FAILURES) {
                break;
            }
            if (heldBack.contains(waiting.order())) {
                continue;
            }
            if (took(sender, waiting)) {
                sent.add(waiting.id());
            } else {
                heldBack.add(waiting.order());
            }
        }
        if (!sent.isEmpty()) {
            mark(sent, "sent_at = :at, body = null", clock.instant());
        }
        return sent.size();
    }

    private boolean took(Sender sender, Waiting waiting) {
        try {
            sender.send(waiting.address(), waiting.duplicateId().toString(), waiting.body(), waiting.trace());
            return true;
        } catch (RuntimeException e) {
            mark(List.of(waiting.id()), "retry_at = :at", clock.instant().plus(RETRY));
            return false;
        }
    }

    private void mark(List<Long> ids, String change, Instant at) {
        jdbc.sql("update outbox set " + change + " where id = any (cast(string_to_array(:ids, ',') as bigint[]))")
                .param("at", Columns.time(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ids", ids.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .update();
    }

    private List<Waiting> waiting(int limit) {
        return jdbc.sql("select o.* from outbox o where o.sent_at is null and not exists (select from outbox e"
                        + " where e.order_key = o.order_key and e.sent_at is null and e.id <= o.id"
                        + " and e.retry_at > :now) order by o.id limit :limit")
                .param("now", Columns.time(clock.instant()))
                .param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getLong("id"),
                        Columns.uuid(row, "duplicate_id"),
                        row.getString("address"),
                        row.getString("order_key"),
                        row.getBytes("body"),
                        Optional.ofNullable(row.getString("traceparent"))))
                .list();
    }
}
