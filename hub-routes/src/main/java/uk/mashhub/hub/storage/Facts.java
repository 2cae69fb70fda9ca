package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;

/** An append-only ledger of sealed facts about one kind of thing. The order of facts is the order of their appending. */
final class Facts {
    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final RandomSource random;
    private final String table;
    private final String owner;

    /**
     * Names the table; both words are of this package's own making and go into the SQL as they are.
     *
     * @param owner the column that says whose facts they are
     */
    Facts(JdbcClient jdbc, Bodies bodies, RandomSource random, String table, String owner) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.random = random;
        this.table = table;
        this.owner = owner;
    }

    long append(UUID of, String kind, String holder, Instant at, byte[] json) {
        return append("", Map.of(), of, kind, holder, at, json);
    }

    /**
     * Appends together with something else.
     *
     * @param with SQL that stands before the insert and may name {@code :of} and {@code :at}; of this package's own making
     * @param more what else it names
     */
    long append(String with, Map<String, ?> more, UUID of, String kind, String holder, Instant at, byte[] json) {
        UUID row = random.uuid();
        byte[] body = bodies.seal(new BodyName(table, row, 1), holder, json);
        return jdbc.sql(with + "insert into " + table + " (row_id, " + owner + ", kind, holder, at, body)"
                        + " values (:row, :of, :kind, :holder, :at, :body) returning seq")
                .params(more)
                .param("row", row)
                .param("of", of)
                .param("kind", kind)
                .param("holder", holder)
                .param("at", Columns.time(at))
                .param("body", body)
                .query(Long.class)
                .single();
    }

    /** A fact to be appended. */
    record New(UUID of, byte[] json) {
        @Override
        public String toString() {
            return "New[" + of + "]";
        }
    }

    /** Appends many facts of a kind, in few statements where the client gathers. */
    void appendAll(List<New> facts, String kind, String holder, Instant at) {
        ManyRows into = ManyRows.into(
                table, "row_id uuid", owner + " uuid", "kind text", "holder text", "at timestamptz", "body bytea");
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (New fact : facts) {
            UUID row = random.uuid();
            byte[] body = bodies.seal(new BodyName(table, row, 1), holder, fact.json());
            rows.add(new Object[] {row, fact.of(), kind, holder, at, body});
        }
        into.send(jdbc, rows);
    }

    List<StoredFact> of(UUID owned) {
        return of(List.of(owned)).getOrDefault(owned, List.of());
    }

    /** The facts of several, in one statement; who has none is not in the map. */
    Map<UUID, List<StoredFact>> of(Collection<UUID> owned) {
        if (owned.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<StoredFact>> all = new HashMap<>();
        jdbc.sql("select f.*, " + Bodies.WRAP + " from " + table + " f join key_wrap w on w.row_id = f.row_id"
                        + " and w.table_name = '" + table + "' and w.version = 1 where f." + owner
                        // What is read beside the statement the planner does not look into: knowing how many ids there
                        // are it makes a new plan each time, which takes longer than reading a few ledgers.
                        + " = any (cast((select cast(string_to_array(:of, ',') as uuid[])) as uuid[])) order by f.seq")
                .param("of", owned.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .query(row -> {
                    all.computeIfAbsent(Columns.uuid(row, owner), k -> new ArrayList<>())
                            .add(fact(row));
                });
        return all;
    }

    /** Those of some kinds, in order: bodies of other kinds are not opened. */
    List<StoredFact> of(UUID owned, Collection<String> kinds) {
        return jdbc.sql("select f.*, " + Bodies.WRAP + " from " + table + " f join key_wrap w on w.row_id = f.row_id"
                        + " and w.table_name = '" + table + "' and w.version = 1 where f." + owner
                        + " = :of and f.kind in (:kinds) order by f.seq")
                .param("of", owned)
                .param("kinds", kinds)
                .query((row, n) -> fact(row))
                .list();
    }

    private StoredFact fact(ResultSet row) throws SQLException {
        return new StoredFact(
                row.getLong("seq"),
                row.getString("kind"),
                row.getString("holder"),
                Columns.instant(row, "at"),
                bodies.open(new BodyName(table, Columns.uuid(row, "row_id"), 1), row, "body"));
    }

    /** How many rows there are, whether or not their bodies open. */
    long count(UUID owned) {
        return jdbc.sql("select count(*) from " + table + " where " + owner + " = :of")
                .param("of", owned)
                .query(Long.class)
                .single();
    }
}
