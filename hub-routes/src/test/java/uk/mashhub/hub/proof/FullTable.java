package uk.mashhub.hub.proof;

import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.server.TestDatabase;

/** A table under which the disk is full: PostgreSQL answers as it does then (class 53). */
final class FullTable implements AutoCloseable {
    private final JdbcClient owner;
    private final String table;

    FullTable(TestDatabase database, String table) {
        this.owner = JdbcClient.create(database.owner());
        this.table = table;
        owner.sql("create or replace function disk_full() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$")
                .update();
        owner.sql("create trigger disk_full before insert or update on " + table
                        + " for each row execute function disk_full()")
                .update();
    }

    /** Makes room again. */
    @Override
    public void close() {
        owner.sql("drop trigger if exists disk_full on " + table).update();
    }
}
