package uk.mashhub.hub.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/**
 * The rows of every table, by PostgreSQL's own {@code copy}: the same for the embedded server, which comes without
 * {@code pg_dump}, and for an external one of whatever version. Tables are made by the release's migrations, so only rows are kept.
 */
public final class DatabaseCopy {
    private DatabaseCopy() {}

    /**
     * Writes all rows as they are at one instant, while the hub works on.
     *
     * @param backup a connection of {@code hub_backup}
     * @return how many of each table
     */
    public static Map<Table, Long> out(Connection backup, BackupWriter writer) throws SQLException, IOException {
        Map<Table, Long> rows = new LinkedHashMap<>();
        for (Table table : Tables.of(backup)) {
            writer.file(table.file(), out -> {
                try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                    rows.put(
                            table,
                            backup.unwrap(PGConnection.class)
                                    .getCopyAPI()
                                    .copyOut("copy " + table.target() + " to stdout", packed));
                } catch (SQLException e) {
                    throw new UncheckedIOException(new IOException("the database: " + e.getMessage(), e));
                }
            });
        }
        return rows;
    }

    /**
     * Begins a transaction that sees one instant and changes nothing. Where row-level security would leave rows out, its statements fail:
     * {@code copy} would write the rest and say nothing.
     */
    public static void snapshot(Connection backup) throws SQLException {
        backup.setAutoCommit(false);
        backup.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        backup.setReadOnly(true);
        run(backup, "set local row_security = off");
    }

    /** The version of the migrations that made the tables; empty if there are none. */
    public static String schema(Connection connection) throws SQLException {
        if (!is(connection, "select to_regclass('hub.flyway_schema_history') is not null")) {
            return "";
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from hub.flyway_schema_history where success"
                        + " order by installed_rank desc limit 1")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** Whether a hub has ever done anything here: nothing is done that is not logged. */
    public static boolean used(Connection connection) throws SQLException {
        return is(connection, "select to_regclass('hub.log_entry') is not null")
                && is(connection, "select exists (select from hub.log_entry)");
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Whether two people have asked for an erasure that has not ended: the keys of what is copied now are about to go. */
    public static boolean erasing(Connection connection) throws SQLException {
        return is(connection, "select exists (select from hub.erasure where state = 'APPROVED')");
    }

    /** @throws BackupRefused if a hub has done anything here: nothing is ever put over rows */
    public static void requireEmpty(Connection connection) throws SQLException, IOException {
        if (used(connection)) {
            throw new BackupRefused("the database is in use: a backup is put back into an empty one alone");
        }
    }

    /** What is looked at when all rows stand in the tables, while their owner sees every one of them. */
    @FunctionalInterface
    public interface Look<T> {
        T at(Connection owner) throws SQLException, IOException;
    }

    /**
     * Puts all rows into tables as the backup's migrations made them. Within the caller's transaction: triggers that would number or
     * date anew, and the row-level security that is forced on the owner, stand aside in it and are back when it ends.
     *
     * @param owner a connection of {@code hub_owner}, not committing by itself
     * @throws BackupRefused if the database is in use, its tables are others than the backup's, or rows are missing
     */
    public static <T> T in(Connection owner, Backup backup, Look<T> look) throws SQLException, IOException {
        List<Table> tables = Tables.of(owner);
        Map<Table, Long> rows = backup.manifest().rows();
        if (!schema(owner).equals(backup.manifest().schema()) || !rows.keySet().equals(java.util.Set.copyOf(tables))) {
            throw new BackupRefused(
                    "its tables are not those of version " + backup.manifest().schema() + " in this release");
        }
        List<String> forced = forced(owner);
        for (Table table : tables) {
            run(owner, "alter table " + table.quoted() + " no force row level security");
            run(owner, "alter table " + table.quoted() + " disable trigger user");
        }
        // Again, now that nobody else can write: a hub may have been started on it meanwhile.
        requireEmpty(owner);
        List<Table> backwards = new ArrayList<>(tables);
        Collections.reverse(backwards);
        for (Table table : backwards) {
            // What migrations put there themselves.
            run(owner, "delete from " + table.quoted());
        }
        for (Table table : tables) {
            long copied;
            try (InputStream packed = new GZIPInputStream(backup.file(table.file()))) {
                copied = owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.target() + " from stdin", packed);
            }
            if (copied != rows.getOrDefault(table, -1L)) {
                throw new BackupRefused("its table " + table.name() + " gave " + copied + " rows");
            }
        }
        numbering(owner);
        T seen = look.at(owner);
        for (Table table : tables) {
            run(owner, "alter table " + table.quoted() + " enable trigger user");
        }
        for (String table : forced) {
            run(owner, "alter table " + table + " force row level security");
        }
        return seen;
    }

    private static List<String> forced(Connection owner) throws SQLException {
        return texts(
                owner,
                "select format('hub.%I', relname) from pg_class where relnamespace = 'hub'::regnamespace"
                        + " and relforcerowsecurity");
    }

    /** Numbers go on after the highest. */
    private static void numbering(Connection owner) throws SQLException {
        for (String statement : texts(
                owner,
                "select format('select setval(%L, (select coalesce(max(%I), 0) + 1 from hub.%I), false)',"
                        + " pg_get_serial_sequence(format('hub.%I', c.relname), a.attname), a.attname, c.relname)"
                        + " from pg_class c join pg_attribute a on a.attrelid = c.oid"
                        + " where c.relnamespace = 'hub'::regnamespace and c.relkind = 'r' and a.attidentity <> ''")) {
            run(owner, statement);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
