package uk.mashhub.hub.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import uk.mashhub.hub.storage.server.TestDatabase;

/** Only a superuser who switches triggers off can empty the log; some tests want it empty. */
public final class EmptyLog {
    private EmptyLog() {}

    /** Empties it, its tree included, and what names its entries: no other key of the database is looked at meanwhile. */
    public static void in(TestDatabase database) {
        as(
                database,
                "delete from erasure_key; delete from erasure_item; delete from erasure; delete from log_lookup_of;"
                        + " delete from log_lookup_key; delete from log_lookup; delete from log_enquiry; delete from log_export;"
                        + " delete from subject_account; delete from subject_account_salt; delete from log_lookup_parked;"
                        + " delete from key_wrap where table_name in ('log_export', 'subject_account');"
                        // No version of a view is without its entries.
                        + " delete from view_link; delete from decision_trace; delete from view_body; delete from view_head;"
                        + " update log_lookup_through set place = -1; delete from log_salt; delete from log_waiting; delete from log_place; delete from log_entry;"
                        + " delete from log_tile; delete from log_cosigned; delete from log_timestamp; delete from log_checkpoint;"
                        + " update log_pruned set through = 0; delete from log_lease");
    }

    /** Changes what nobody may change. */
    public static void as(TestDatabase database, String sql) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; " + sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the log was not changed", e);
        }
    }
}
