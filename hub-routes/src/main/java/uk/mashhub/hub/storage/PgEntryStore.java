package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.log.Act;
import uk.mashhub.log.EntryStore;
import uk.mashhub.log.StoredEntry;
import uk.mashhub.model.id.DisclosureId;

/**
 * Log entries in PostgreSQL. No role of the hub has the right to change or remove one, and a trigger refuses it to
 * everyone. On a readers' connection only {@link #add} and {@link #newestRecordedAt} work.
 */
public final class PgEntryStore implements EntryStore {
    /** What is added twice is refused, not repeated. */
    static final ManyRows ENTRIES = ManyRows.intoOrRefuse(
            "log_entry",
            "entry_id text",
            "at timestamptz",
            "act text",
            "disclosure_id text",
            "entry bytea",
            "promise bytea");

    private static final String PLACED =
            "select e.*, p.place from log_entry e left join log_place p using (seq) where ";

    private final JdbcClient jdbc;
    private final TransactionTemplate placing;

    public PgEntryStore(JdbcClient jdbc, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.placing = new TransactionTemplate(manager);
        this.placing.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void add(StoredEntry entry) {
        GatheringJdbc.add(
                jdbc,
                ENTRIES,
                entry.entryId(),
                entry.recordedAt(),
                entry.act().name(),
                entry.disclosureId().orElse(null),
                entry.entry(),
                entry.promise());
    }

    @Override
    public Optional<Instant> newestRecordedAt() {
        return jdbc.sql("select at from log_entry order by at desc limit 1")
                .query((row, n) -> Columns.instant(row, "at"))
                .optional();
    }

    @Override
    public Optional<StoredEntry> find(String entryId) {
        return jdbc.sql("select * from log_entry where entry_id = :id")
                .param("id", entryId)
                .query(PgEntryStore::entry)
                .optional();
    }

    /** The entries that say what was lost in restores, placed or not. Whoever may add a row may add one: look at the promise. */
    public List<PlacedEntry> breaks() {
        return placed(jdbc.sql(PLACED + "e.act = 'BREAK' order by e.seq")).list();
    }

    /**
     * Gives a place to all entries that have none, in the caller's transaction, until whose end nobody else gives one.
     *
     * @return how many have a place
     */
    public long placeAll() {
        place(jdbc, Integer.MAX_VALUE);
        return jdbc.sql("select coalesce(max(place) + 1, 0) from log_place")
                .query(Long.class)
                .single();
    }

    /** Gives the next place to one entry, in a transaction that has begun with {@link #placeAll}. */
    public void placeNext(String entryId) {
        int placed = jdbc.sql("with taken as (delete from log_waiting where seq ="
                        + " (select seq from log_entry where entry_id = :id) returning seq)"
                        + " insert into log_place (place, seq)"
                        + " select (select coalesce(max(place) + 1, 0) from log_place), seq from taken")
                .param("id", entryId)
                .update();
        if (placed != 1) {
            throw new IllegalStateException("the entry has a place already, or is none");
        }
    }

    /** The entry by which something was disclosed, and where it stands. */
    public Optional<PlacedEntry> disclosure(DisclosureId id) {
        return placed("e.disclosure_id = :id and e.act = 'DISCLOSURE'", id.toString());
    }

    /** The entry of this id, and where it stands. */
    public Optional<PlacedEntry> placed(String entryId) {
        return placed("e.entry_id = :id", entryId);
    }

    private Optional<PlacedEntry> placed(String which, String id) {
        return placed(jdbc.sql(PLACED + which).param("id", id)).optional();
    }

    private static JdbcClient.MappedQuerySpec<PlacedEntry> placed(JdbcClient.StatementSpec statement) {
        return statement.query((row, n) -> new PlacedEntry(entry(row, n), place(row)));
    }

    private static OptionalLong place(ResultSet row) throws SQLException {
        long place = row.getLong("place");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(place);
    }

    /**
     * What is not in the tree yet.
     *
     * @param oldest when the oldest of them was recorded; empty if there is none
     * @param overdue how many of them were promised for a time that is over
     */
    public record Waiting(long number, Optional<Instant> oldest, long overdue) {}

    /**
     * What waits for its proof.
     *
     * @param promisedBefore what was recorded earlier has to be in the tree by now
     */
    public Waiting waiting(Instant promisedBefore) {
        return jdbc.sql("select count(*) as number, min(at) as oldest, count(*) filter (where at < :before) as overdue"
                        + " from (select e.at from log_waiting join log_entry e using (seq) union all"
                        + " select e.at from log_place p join log_entry e using (seq)"
                        + " where p.place >= (select coalesce(max(size), 0) from log_checkpoint)) w")
                .param("before", Columns.time(promisedBefore))
                .query((row, n) -> new Waiting(
                        row.getLong("number"), Columns.optionalInstant(row, "oldest"), row.getLong("overdue")))
                .single();
    }

    /** Entries that are committed, in the order of their places; gives a place to those that have none. */
    @Override
    public Stream<StoredEntry> inOrder() {
        placing.executeWithoutResult(status -> place(jdbc, Integer.MAX_VALUE));
        return jdbc
                .sql("select e.* from log_entry e join log_place p using (seq) order by p.place")
                .query(PgEntryStore::entry)
                .stream();
    }

    /** Gives places to entries that have none, in the caller's transaction; one at a time in the whole database. */
    static void place(JdbcClient jdbc, int limit) {
        jdbc.sql("select pg_advisory_xact_lock(:key) is null")
                .param("key", AdvisoryLock.LOG)
                .query(Boolean.class)
                .single();
        jdbc.sql("with taken as (delete from log_waiting where seq in"
                        + " (select seq from log_waiting order by seq limit :limit) returning seq)"
                        + " insert into log_place (place, seq) select (select coalesce(max(place) + 1, 0) from log_place)"
                        + " + row_number() over (order by seq) - 1, seq from taken")
                .param("limit", limit)
                .update();
    }

    private static StoredEntry entry(ResultSet row, int number) throws SQLException {
        return new StoredEntry(
                row.getString("entry_id"),
                Columns.instant(row, "at"),
                Act.valueOf(row.getString("act")),
                Optional.ofNullable(row.getString("disclosure_id")),
                row.getBytes("entry"),
                row.getBytes("promise"));
    }
}
