package uk.mashhub.hub.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One statement about rows of one table, however many: several travel as one array for each column, a single one as its values,
 * which is half the work. What is only added can wait for others of its kind, see {@link GatheringJdbc}.
 */
final class ManyRows {
    private static final String BYTES = "bytea";
    private static final String UUIDS = "uuid[]";
    private static final String STORED = "what was to be stored is stored already, or something newer";
    private static final String COMMIT = "; commit";
    private static final String UNLESS_THERE = " on conflict do nothing";

    private record Column(String name, String type) {
        static List<Column> all(String... columns) {
            return Arrays.stream(columns)
                    .map(c -> new Column(c.substring(0, c.indexOf(' ')), c.substring(c.indexOf(' ') + 1)))
                    .toList();
        }

        /** Of many rows. Arrays of arrays cannot be unnested, so a list of ids travels as one text. */
        String array() {
            return switch (type) {
                case BYTES -> "?";
                case UUIDS -> "cast(? as text[])";
                default -> "cast(? as " + type + "[])";
            };
        }

        /** Of one row. */
        String value() {
            return "cast(? as " + (type.equals(UUIDS) ? "text" : type) + ")";
        }

        String selected() {
            return type.equals(UUIDS) ? "cast(string_to_array(" + name + ", ',') as uuid[])" : name;
        }
    }

    private final String table;
    private final List<Column> columns;

    /** What becomes of a row that has no effect. */
    private enum Each {
        /** It is left out. */
        MAY_BE_THERE,
        /** It was to be changed, and is not there. */
        MUST_COUNT,
        /** The database refuses it. */
        IS_REFUSED,
        /** The database refuses it, and that is the caller's error. */
        MUST_BE_NEW
    }

    private final UnaryOperator<String> sql;
    private final String one;
    private final String many;
    private final String oneAndCommit;
    private final String manyAndCommit;
    private final Each each;
    private final int depth;

    /** @param sql of the statement, given the table {@code v} of the rows */
    private ManyRows(String table, List<Column> columns, UnaryOperator<String> sql, Each each, int depth) {
        this.table = table;
        this.columns = columns;
        this.sql = sql;
        this.one = sql.apply(values("(values (", columns.stream().map(Column::value), ")) as v ("));
        this.many = sql.apply(values("unnest(", columns.stream().map(Column::array), ") as v ("));
        this.oneAndCommit = one + COMMIT;
        this.manyAndCommit = many + COMMIT;
        this.each = each;
        this.depth = depth;
    }

    /**
     * Adds to a table. The words go into the SQL as they are.
     *
     * @param columns each as its name, a space, and its PostgreSQL type
     */
    static ManyRows into(String table, String... columns) {
        return insert(table, Column.all(columns), "", Each.IS_REFUSED);
    }

    /** Adds to a table; rows of a key that is there already are left out. */
    static ManyRows intoUnlessThere(String table, String... columns) {
        return insert(table, Column.all(columns), UNLESS_THERE, Each.MAY_BE_THERE);
    }

    /**
     * Adds to a table; a row of a key that is there already is the caller's error, not the database's. Nobody looks for it before
     * it is added, since it comes with no fault but one: the transaction ends.
     */
    static ManyRows intoOrRefuse(String table, String... columns) {
        return insert(table, Column.all(columns), "", Each.MUST_BE_NEW);
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
                table,
                all,
                v -> "update " + table + " t set " + change + " from " + v + " where " + where,
                Each.MUST_COUNT,
                0);
    }

    private static ManyRows insert(String table, List<Column> columns, String suffix, Each each) {
        String into = "insert into " + table + " (" + joined(columns.stream().map(Column::name)) + ") select "
                + joined(columns.stream().map(Column::selected)) + " from ";
        return new ManyRows(table, columns, v -> into + v + suffix, each, 0);
    }

    private String values(String before, Stream<String> parameters, String after) {
        return before + joined(parameters) + after + joined(columns.stream().map(Column::name)) + ")";
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }

    /** The same, of a table whose rows refer to those of another: they are sent after them. */
    ManyRows after(ManyRows other) {
        return new ManyRows(table, columns, sql, each, other.depth + 1);
    }

    String table() {
        return table;
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
        if (!rows.isEmpty()
                && sent(jdbc, rows.size() == 1 ? one : many, rows) != rows.size()
                && each == Each.MUST_COUNT) {
            throw new IllegalStateException(STORED);
        }
    }

    /** Whether nothing is left to be looked at once it was sent: a row that is to be changed may not be there. */
    boolean mayGoWithTheCommit() {
        return each != Each.MUST_COUNT;
    }

    /**
     * Sends rows and commits the connection's transaction, at once: if a row is refused, nothing is committed.
     *
     * @param rows at least one, each as {@link #send} takes it
     */
    void sendAndCommit(JdbcClient jdbc, List<@Nullable Object[]> rows) {
        sent(jdbc, rows.size() == 1 ? oneAndCommit : manyAndCommit, rows);
    }

    private int sent(JdbcClient jdbc, String text, List<@Nullable Object[]> rows) {
        JdbcClient.StatementSpec statement = jdbc.sql(text);
        for (int i = 0; i < columns.size(); i++) {
            statement = statement.param(rows.size() == 1 ? value(rows.get(0), i) : values(rows, i));
        }
        try {
            return statement.update();
        } catch (DuplicateKeyException e) {
            throw each == Each.MUST_BE_NEW ? new IllegalStateException(STORED, e) : e;
        }
    }

    private @Nullable Object value(@Nullable Object[] row, int column) {
        return columns.get(column).type().equals(BYTES) ? row[column] : text(row[column]);
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
