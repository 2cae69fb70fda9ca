package uk.mashhub.hub.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A client of a database that keeps back the rows which a transaction only adds, and sends those of one table in one statement:
 * before the transaction's next statement that may find them, and with its commit. So nothing in the transaction reads
 * without them, and nothing is committed without them; a view with its log entries, salts and keys takes some ten statements
 * and not hundreds. The last statement and the commit travel together: whoever only adds waits for the database once.
 * Outside a transaction rows are added at once. Thread-safe.
 *
 * <p>A statement may find rows whose table it names, and all rows if it names something of the database that looks into
 * such tables unnamed: see {@link #LOOKS}.
 */
public final class GatheringJdbc implements JdbcClient {
    /** The tables whose rows may wait. */
    static final Set<String> TABLES = Set.of(
            "decision_trace",
            "key_wrap",
            "log_enquiry",
            "log_entry",
            "log_lookup",
            "log_lookup_key",
            "log_lookup_of",
            "log_salt",
            "outbox",
            "view_body");

    /**
     * What looks into those tables, or is changed with them, without naming them: functions; tables of triggers, policies and
     * references. A test finds them in the database's own catalogue.
     */
    static final Set<String> LOOKS = Set.of(
            "delete from enquiry",
            "delete from view_link",
            "drop_by_term",
            "due_by_term",
            "erase_enquiry",
            "erasure",
            "forget_account_salts",
            "key_epoch",
            "log_export",
            "log_waiting",
            "retire_epoch",
            "subject_account",
            "subject_account_salt");

    private static final Pattern ANY_OF_LOOKS = Pattern.compile("\\b(" + String.join("|", LOOKS) + ")\\b");
    /** Of a statement that looks for wrapped keys of the table that it says. */
    private static final String OF_A_TABLE = "table_name = '";

    private final DataSource source;
    private final JdbcClient jdbc;

    public GatheringJdbc(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    @Override
    public StatementSpec sql(String sql) {
        Gathered gathered = (Gathered) TransactionSynchronizationManager.getResource(this);
        if (gathered != null) {
            gathered.sendFor(sql);
        }
        return jdbc.sql(sql);
    }

    /**
     * Adds a row: at once, or with others of the same table where the client gathers.
     *
     * @param row one value for each column, see {@link ManyRows#send}
     */
    static void add(JdbcClient jdbc, ManyRows into, @Nullable Object... row) {
        add(jdbc, into, into.table(), row);
    }

    /**
     * Adds a row that is found only with one of another table.
     *
     * @param with the other table: whoever looks for the row names it
     */
    static void addWith(JdbcClient jdbc, String with, ManyRows into, @Nullable Object... row) {
        add(jdbc, into, with, row);
    }

    private static void add(JdbcClient jdbc, ManyRows into, String with, @Nullable Object... row) {
        if (row.length != into.width()) {
            throw new IllegalArgumentException("not one value for each column");
        }
        if (!TABLES.contains(into.table())) {
            throw new IllegalArgumentException("no table whose rows may wait");
        }
        if (jdbc instanceof GatheringJdbc gathering && gathering.inTransaction()) {
            gathering
                    .gathered()
                    .rows
                    .computeIfAbsent(new Waiting(into, with), t -> new ArrayList<>())
                    .add(row);
        } else {
            into.send(jdbc, List.<@Nullable Object[]>of(row));
        }
    }

    /** Whether there is a transaction of this database: one of another commits without asking here. */
    private boolean inTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getResource(source) instanceof ConnectionHolder holder
                && begun(holder);
    }

    /** A statement in the middle of a transaction of another database has a connection here too, which commits by itself. */
    private static boolean begun(ConnectionHolder holder) {
        try {
            return !holder.getConnection().getAutoCommit();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the connection is gone", e);
        }
    }

    private Gathered gathered() {
        Gathered gathered = (Gathered) TransactionSynchronizationManager.getResource(this);
        if (gathered == null) {
            gathered = new Gathered();
            TransactionSynchronizationManager.bindResource(this, gathered);
            TransactionSynchronizationManager.registerSynchronization(gathered);
        }
        return gathered;
    }

    /**
     * Rows of one kind.
     *
     * @param with the table that whoever looks for them names
     */
    private record Waiting(ManyRows into, String with) {
        boolean isFoundBy(String sql) {
            return sql.contains(with) || (sql.contains(into.table()) && !sql.contains(OF_A_TABLE));
        }
    }

    /** Of one transaction, by table. */
    private final class Gathered implements TransactionSynchronization {
        private final Map<Waiting, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

        void sendFor(String sql) {
            if (rows.isEmpty()) {
                return;
            }
            if (ANY_OF_LOOKS.matcher(sql).find()) {
                send(w -> true);
                return;
            }
            int deepest = rows.keySet().stream()
                    .filter(w -> w.isFoundBy(sql))
                    .mapToInt(w -> w.into().depth())
                    .max()
                    .orElse(-1);
            // What they refer to goes before them.
            send(w -> w.into().depth() < deepest || w.isFoundBy(sql));
        }

        private void send(Predicate<Waiting> which) {
            take(which).forEach(e -> e.getKey().send(jdbc, e.getValue()));
        }

        /** Those of one table together, whatever they are found with, in the order in which they may go. */
        private List<Map.Entry<ManyRows, List<@Nullable Object[]>>> take(Predicate<Waiting> which) {
            Map<ManyRows, List<@Nullable Object[]>> now = new LinkedHashMap<>();
            rows.entrySet().removeIf(e -> {
                if (!which.test(e.getKey())) {
                    return false;
                }
                now.computeIfAbsent(e.getKey().into(), t -> new ArrayList<>()).addAll(e.getValue());
                return true;
            });
            return now.entrySet().stream()
                    .sorted(Comparator.comparingInt(e -> e.getKey().depth()))
                    .toList();
        }

        /** After this Spring only commits, and finds that done: nobody else in the hub may do anything here (a house rule). */
        @Override
        public void beforeCommit(boolean readOnly) {
            List<Map.Entry<ManyRows, List<@Nullable Object[]>>> now = take(w -> true);
            for (int i = 0; i < now.size(); i++) {
                ManyRows into = now.get(i).getKey();
                if (i == now.size() - 1 && into.mayGoWithTheCommit()) {
                    into.sendAndCommit(jdbc, now.get(i).getValue());
                } else {
                    into.send(jdbc, now.get(i).getValue());
                }
            }
        }

        /** For who rolls back on purpose what was only tried: what was tried includes these rows. */
        @Override
        public void flush() {
            send(w -> true);
        }

        /** Rows from before it would be taken back with what came after it. */
        @Override
        public void savepoint(Object savepoint) {
            if (!rows.isEmpty()) {
                throw new IllegalStateException("rows wait that were added before this savepoint");
            }
        }

        @Override
        public void savepointRollback(Object savepoint) {
            rows.clear();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(GatheringJdbc.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(GatheringJdbc.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(GatheringJdbc.this);
        }
    }
}
