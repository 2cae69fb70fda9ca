package uk.mashhub.hub.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.EntryStore;
import uk.mashhub.log.contract.EntryStoreContract;

class PgEntryStoreTest implements EntryStoreContract {
    private final TestDatabase database = TestDatabase.shared();

    /** Only a superuser who switches triggers off can empty the log; each test of the contract wants it empty. */
    @Override
    public EntryStore emptyStore() {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica;"
                    + " delete from log_salt; delete from log_place; delete from log_entry");
        } catch (SQLException e) {
            throw new IllegalStateException("the log is not empty", e);
        }
        return new PgEntryStore(database.app, database.appManager);
    }
}
