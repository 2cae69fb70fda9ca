package uk.mashhub.hub.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.log.TreeStore;

/**
 * Lets one hub instance at a time work on the log's tree. A turn is one transaction that begins by taking or renewing the
 * lease, so that what it writes and that it was its turn commit together.
 *
 * <p>An instance that dies is followed once its lease has ended. One that stands still inside its turn is ended by
 * PostgreSQL itself ({@code transaction_timeout}), before its lease is; what it then still tries fails. Clocks of instances that
 * differ make the turn change hands more often, and nothing else.
 */
public final class LogLease {
    /** For how long nobody else tries after the last renewal; renewed at every turn. */
    public static final Duration TERM = Duration.ofSeconds(3);

    /** How long one turn may take; shorter than the lease, so that it has ended when another instance begins. */
    private static final Duration TURN = Duration.ofSeconds(2);

    /**
     * One turn.
     *
     * @param fence higher than that of every holder before
     */
    record Turn(long fence, Instant at) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final UUID holder;

    /** @param holder random, of this instance since it started */
    public LogLease(JdbcClient jdbc, PlatformTransactionManager manager, Clock clock, UUID holder) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.holder = holder;
    }

    /**
     * Works on the tree, if it is this instance's turn.
     *
     * @return what the work returned, once it is committed; empty if another instance has the lease
     */
    public <T> Optional<T> inTurn(Function<TreeStore, T> work) {
        Optional<T> done = transaction.execute(status -> {
            jdbc.sql("set local transaction_timeout = " + TURN.toMillis()).update();
            return take().map(turn -> work.apply(new PgTreeStore(jdbc, turn)));
        });
        return done == null ? Optional.empty() : done;
    }

    /**
     * How many entries are not in the tree yet, up to a hundred thousand that have no place: while none is, no turn needs to be taken, and
     * nothing is written. A head of more than there is counts too: the turn finds it out.
     */
    public long waiting() {
        return jdbc.sql("select (select count(*) from (select from log_waiting limit 100000) w)"
                        + " + abs(coalesce((select max(place) + 1 from log_place), 0)"
                        + " - coalesce((select max(size) from log_checkpoint), 0))")
                .query(Long.class)
                .single();
    }

    private Optional<Turn> take() {
        Instant now = clock.instant();
        return renewed(now).or(() -> first(now)).map(fence -> new Turn(fence, now));
    }

    /** Locks the one row only if the lease is ours or has ended: whoever has to wait for a turn need not wait here. */
    private Optional<Long> renewed(Instant now) {
        return jdbc.sql("update log_lease set holder = :holder, until = :until,"
                        + " fence = fence + case when holder = :holder then 0 else 1 end"
                        + " where holder = :holder or until <= :now returning fence")
                .param("holder", holder)
                .param("until", Columns.time(now.plus(TERM)))
                .param("now", Columns.time(now))
                .query(Long.class)
                .optional();
    }

    private Optional<Long> first(Instant now) {
        return jdbc.sql("insert into log_lease (only_one, holder, fence, until) values (true, :holder, 1, :until)"
                        + " on conflict do nothing returning fence")
                .param("holder", holder)
                .param("until", Columns.time(now.plus(TERM)))
                .query(Long.class)
                .optional();
    }

    /** The tree as it is committed, for whoever only reads it. */
    public static TreeStore reading(JdbcClient jdbc) {
        return new PgTreeStore(jdbc, new Turn(0, Instant.EPOCH));
    }
}
