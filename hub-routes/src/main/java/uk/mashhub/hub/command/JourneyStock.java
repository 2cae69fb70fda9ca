package uk.mashhub.hub.command;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Referrals that the hub has stored long ago, many of them: the rows of those that it has just taken, copied with other ids, keys and people
 * and closed. Every table and index has as many rows as if they had come by themselves. Left out: what is sealed is cut to some bytes, which
 * nobody can open; the copies' entries are in the log's table and index, and not in its tree.
 */
final class JourneyStock {
    /** Of each referral something stands in these. Sources of the copies stand in the schema bench. */
    private static final List<String> TABLES = List.of(
            "inbox",
            "enquiry",
            "referral",
            "enquiry_fact",
            "person",
            "person_fact",
            "person_key",
            "enquiry_person",
            "person_link",
            "question",
            "view_head",
            "view_body",
            "decision_trace",
            "key_wrap",
            "act_seen",
            "outbox",
            "log_entry",
            "log_salt",
            "log_enquiry",
            "log_lookup",
            "log_lookup_key",
            "log_lookup_of");

    /** Looked up by: each copy has its own. All other bytes are sealed, or signed. */
    private static final Set<String> KEYS =
            Set.of("inbox.message", "person_key.key", "log_lookup_key.key", "inbox.body_digest", "act_seen.digest");

    /** Ids that are kept as text. */
    private static final Set<String> TEXT_IDS = Set.of("entry_id", "reference");

    private static final int SEALED_BYTES = 80;

    /** To drop and to make again each index of a table, by its constraint where it is of one. */
    private static final String INDEXES = """
            select coalesce('alter table hub.' || t.relname || ' drop constraint ' || c.conname, 'drop index hub.' || x.relname),
                coalesce('alter table hub.' || t.relname || ' add constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid),
                  pg_get_indexdef(i.indexrelid))
              from pg_index i join pg_class t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
              left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x')
              where i.indrelid = 'hub.%s'::regclass
              and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid)
            """;

    private final Connection database;
    private final long originals;
    private int copies;

    private JourneyStock(Connection database, long originals) {
        this.database = database;
        this.originals = originals;
    }

    /** With what is stored now as the originals. */
    static JourneyStock of(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            // Rows are copied as they are: no trigger fires, no reference is looked up.
            statement.execute("set session_replication_role = replica");
            statement.execute("create schema bench");
            for (String table : TABLES) {
                statement.execute("create unlogged table bench." + table + " as select * from hub." + table);
            }
            try (ResultSet row = statement.executeQuery("select count(*) from bench.enquiry")) {
                row.next();
                return new JourneyStock(database, row.getLong(1));
            }
        }
    }

    /** Fills up until about so many copies are stored; returns how many are. */
    long fill(long wanted) throws SQLException {
        int until = (int) ((wanted + originals - 1) / originals);
        if (until > copies) {
            try (Statement statement = database.createStatement()) {
                statement.execute("set maintenance_work_mem = '512MB'");
                for (String table : TABLES) {
                    List<String> copying = new ArrayList<>(indexes(statement, table));
                    copying.add(copying.size() / 2, copying(table, copies + 1, until));
                    // In one transaction: the hub runs, and must never meet a table without its constraints.
                    statement.execute("begin; " + String.join("; ", copying) + "; commit");
                }
                statement.execute("vacuum analyze");
            }
            copies = until;
        }
        return copies * originals;
    }

    /**
     * Drops what is looked up by, then as many statements that make the same again: keys in random order are made many times as fast
     * together as one by one. What references of other tables rest on stays.
     */
    private static List<String> indexes(Statement statement, String table) throws SQLException {
        List<String> drops = new ArrayList<>();
        List<String> makes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(INDEXES.formatted(table))) {
            while (row.next()) {
                drops.add(row.getString(1));
                makes.add(row.getString(2));
            }
        }
        drops.addAll(makes);
        return drops;
    }

    private String copying(String table, int from, int to) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select column_name, udt_name from information_schema.columns"
                        + " where table_schema = 'hub' and is_identity = 'NO' and table_name = '" + table + "'")) {
            while (row.next()) {
                columns.add(row.getString(1));
                values.add(value(table, row.getString(1), row.getString(2)));
            }
        }
        return "insert into hub." + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from bench." + table + " t, generate_series(" + from + ", " + to + ") n";
    }

    /** The same id becomes the same other one in every table. */
    private static String value(String table, String column, String type) {
        String name = table + "." + column;
        if (name.equals("enquiry.stage") || name.equals("view_head.list")) {
            return "'CLOSED'";
        }
        if (type.equals("uuid")) {
            return uuid(column);
        }
        if (name.equals("log_entry.disclosure_id")) {
            return uuid(column) + "::text";
        }
        if (TEXT_IDS.contains(column)) {
            return "md5(t." + column + " || n)";
        }
        if (type.equals("_uuid")) {
            return "array(select md5(a::text || n)::uuid from unnest(t." + column + ") a)";
        }
        if (KEYS.contains(name)) {
            return type.equals("int8")
                    ? "hashint8extended(t." + column + ", n)"
                    : "sha256(t." + column + " || int4send(n))";
        }
        return type.equals("bytea") ? "substring(t." + column + " from 1 for " + SEALED_BYTES + ")" : "t." + column;
    }

    private static String uuid(String column) {
        return "md5(t." + column + "::text || n)::uuid";
    }

    /** What the database takes on disk, in MB: in all, and its largest tables with their indexes. */
    Map<String, Object> megabytes() throws SQLException {
        Map<String, Object> sizes = new LinkedHashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select relname, pg_total_relation_size(relid) / 1048576,"
                        + " sum(pg_total_relation_size(relid)) over () / 1048576 from pg_stat_user_tables"
                        + " where schemaname = 'hub' order by 2 desc limit 8")) {
            while (row.next()) {
                sizes.putIfAbsent("all", row.getLong(3));
                sizes.put(row.getString(1), row.getLong(2));
            }
        }
        return sizes;
    }

    /** Rows that were read so far, table by table: by going through all of it, and through an index. */
    Map<String, Long> read() throws SQLException {
        Map<String, Long> read = new LinkedHashMap<>();
        try (Statement statement = database.createStatement()) {
            statement.execute("select pg_stat_clear_snapshot()");
            try (ResultSet row = statement.executeQuery("select relname, seq_tup_read, coalesce(idx_tup_fetch, 0)"
                    + " from pg_stat_user_tables where schemaname = 'hub' order by 1")) {
                while (row.next()) {
                    read.put(row.getString(1) + ", whole", row.getLong(2));
                    read.put(row.getString(1) + ", by index", row.getLong(3));
                }
            }
        }
        return read;
    }
}
