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

    /** Looked up by; all other bytes are sealed, or signed. */
    private static final Set<String> KEYS =
            Set.of("inbox.message", "person_key.key", "log_lookup_key.key", "inbox.body_digest", "act_seen.digest");

    /** Ids that are kept as text. */
    private static final Set<String> TEXT_IDS = Set.of("entry_id", "reference");

    private static final int SEALED_BYTES = 80;

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
                for (String table : TABLES) {
                    statement.execute(copying(table, copies + 1, until));
                }
                statement.execute("vacuum analyze");
            }
            copies = until;
        }
        return copies * originals;
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
        if (type.equals("bytea")) {
            return KEYS.contains(name)
                    ? "sha256(t." + column + " || int4send(n))"
                    : "substring(t." + column + " from 1 for " + SEALED_BYTES + ")";
        }
        return "t." + column;
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
