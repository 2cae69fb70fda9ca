package uk.mashhub.hub.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A client of a database that keeps back the rows which a transaction only adds, and sends those of one table in one statement:
 * before the transaction's next statement of any other kind, and before it commits. So nothing in the transaction reads
 * without them, and nothing is committed without them; a view with its log entries, salts and keys takes some ten statements
 * and not hundreds. Outside a transaction rows are added at once. Thread-safe.
 */
public final class GatheringJdbc implements JdbcClient {
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
            gathered.send();
        }
        return jdbc.sql(sql);
    }

    /**
     * Adds a row: at once, or with others of the same table where the client gathers.
     *
     * @param row one value for each column, see {@link ManyRows#send}
     */
    static void add(JdbcClient jdbc, ManyRows into, @Nullable Object... row) {
        if (row.length != into.width()) {
            throw new IllegalArgumentException("not one value for each column");
        }
        if (jdbc instanceof GatheringJdbc gathering && gathering.inTransaction()) {
            gathering
                    .gathered()
                    .rows
                    .computeIfAbsent(into, t -> new ArrayList<>())
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

    /** Of one transaction, by table. */
    private final class Gathered implements TransactionSynchronization {
        private final Map<ManyRows, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

        void send() {
            if (!rows.isEmpty()) {
                List<Map.Entry<ManyRows, List<@Nullable Object[]>>> now = new ArrayList<>(rows.entrySet());
                rows.clear();
                now.sort(Comparator.comparingInt(e -> e.getKey().depth()));
                now.forEach(e -> e.getKey().send(jdbc, e.getValue()));
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            send();
        }

        /** For who rolls back on purpose what was only tried: what was tried includes these rows. */
        @Override
        public void flush() {
            send();
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
