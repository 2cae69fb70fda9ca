package uk.mashhub.hub.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One statement about rows of one table, however many: they travel as one array for each column. What is only added can wait
 * for others of its kind, see {@link GatheringJdbc}.
 */
final class ManyRows {
    private static final String BYTES = "bytea";
    private static final String UUIDS = "uuid[]";
    private static final String UNLESS_THERE = " on conflict do nothing";

    private record Column(String name, String type) {
        static List<Column> all(String... columns) {
            return Arrays.stream(columns)
                    .map(c -> new Column(c.substring(0, c.indexOf(' ')), c.substring(c.indexOf(' ') + 1)))
                    .toList();
        }

        /** Arrays of arrays cannot be unnested, so a list of ids travels as one text. */
        String transport() {
            return switch (type) {
                case BYTES -> "?";
                case UUIDS -> "cast(? as text[])";
                default -> "cast(? as " + type + "[])";
            };
        }

        String selected() {
            return type.equals(UUIDS) ? "cast(string_to_array(" + name + ", ',') as uuid[])" : name;
        }
    }

    private final List<Column> columns;
    private final String sql;
    private final boolean each;
    private final int depth;

    private ManyRows(List<Column> columns, String sql, boolean each, int depth) {
        this.columns = columns;
        this.sql = sql;
        this.each = each;
        this.depth = depth;
    }

    /**
     * Adds to a table. The words go into the SQL as they are.
     *
     * @param columns each as its name, a space, and its PostgreSQL type
     */
    static ManyRows into(String table, String... columns) {
        return insert(table, Column.all(columns), "", true);
    }

    /** Adds to a table; rows of a key that is there already are left out. */
    static ManyRows intoUnlessThere(String table, String... columns) {
        return insert(table, Column.all(columns), UNLESS_THERE, false);
    }

    /** Adds to a table; a row of a key that is there already is the caller's error, not the database's. */
    static ManyRows intoOrRefuse(String table, String... columns) {
        return insert(table, Column.all(columns), UNLESS_THERE, true);
    }

    /**
     * Changes a table, called {@code t}: each row of {@code v} must find one.
     *
     * @param change everything from {@code set} on but for the {@code from}
     * @param where which row of the table a row of {@code v} is for
     * @param columns of {@code v}
     */
    static ManyRows changing(String table, String change, String where, String... columns) {
        List<Column> all = Column.all(columns);
        return new ManyRows(
                all, "update " + table + " t set " + change + " from " + values(all) + " where " + where, true, 0);
    }

    private static ManyRows insert(String table, List<Column> columns, String suffix, boolean each) {
        String sql = "insert into " + table + " ("
                + joined(columns.stream().map(Column::name).toList()) + ") select "
                + joined(columns.stream().map(Column::selected).toList()) + " from " + values(columns) + suffix;
        return new ManyRows(columns, sql, each, 0);
    }

    private static String values(List<Column> columns) {
        return "unnest(" + joined(columns.stream().map(Column::transport).toList()) + ") as v ("
                + joined(columns.stream().map(Column::name).toList()) + ")";
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", "));
    }

    /** The same, of a table whose rows refer to those of another: they are sent after them. */
    ManyRows after(ManyRows other) {
        return new ManyRows(columns, sql, each, other.depth + 1);
    }

    /** What is less deep is sent first. */
    int depth() {
        return depth;
    }

    /** How many values a row has. */
    int width() {
        return columns.size();
    }

    /**
     * Sends rows; of none, nothing.
     *
     * @param rows each with one value for each column: byte arrays for {@code bytea}, otherwise what PostgreSQL reads from its
     *     text; null for nothing
     * @throws IllegalStateException if each row must have its effect and one has none
     */
    void send(JdbcClient jdbc, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        for (int i = 0; i < columns.size(); i++) {
            statement = statement.param(values(rows, i));
        }
        if (statement.update() != rows.size() && each) {
            throw new IllegalStateException("what was to be stored is stored already, or something newer");
        }
    }

    private Object values(List<@Nullable Object[]> rows, int column) {
        if (columns.get(column).type().equals(BYTES)) {
            return rows.stream().map(row -> (byte[]) row[column]).toArray(byte[][]::new);
        }
        return rows.stream().map(row -> text(row[column])).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        // Cut to what PostgreSQL keeps, as Columns.time does.
        return value instanceof Instant at
                ? at.truncatedTo(ChronoUnit.MICROS).toString()
                : Objects.toString(value, null);
    }
}
