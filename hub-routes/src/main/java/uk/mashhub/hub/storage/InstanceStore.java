package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which hubs run on this database. */
public final class InstanceStore {
    private final JdbcClient jdbc;

    public InstanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param seenAt when it last said that it runs
     * @param configuration a digest of what it was started with
     */
    public record Instance(UUID id, Instant seenAt, String configuration) {}

    /** Whether the database is of a release that knows of them. */
    public boolean known() {
        return jdbc.sql("select to_regclass('hub.hub_instance') is not null")
                .query(Boolean.class)
                .single();
    }

    /** Those that ever said so and did not say that they stopped, one reader at a time until the transaction ends. */
    public List<Instance> all() {
        jdbc.sql("select pg_advisory_xact_lock(:key) is null")
                .param("key", AdvisoryLock.INSTANCES)
                .query(Boolean.class)
                .single();
        return jdbc.sql("select instance_id, seen_at, configuration from hub_instance order by instance_id")
                .query((row, n) -> new Instance(
                        Columns.uuid(row, "instance_id"),
                        Columns.instant(row, "seen_at"),
                        row.getString("configuration")))
                .list();
    }

    /** It runs from now on. */
    public void add(Instance instance) {
        jdbc.sql("insert into hub_instance (instance_id, seen_at, configuration) values (:id, :at, :configuration)")
                .param("id", instance.id())
                .param("at", Columns.time(instance.seenAt()))
                .param("configuration", instance.configuration())
                .update();
    }

    /** It still runs; false if another took it for dead. */
    public boolean seen(UUID id, Instant at) {
        return jdbc.sql("update hub_instance set seen_at = :at where instance_id = :id")
                        .param("id", id)
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    /** It does not run any more. */
    public void gone(UUID id) {
        jdbc.sql("delete from hub_instance where instance_id = :id")
                .param("id", id)
                .update();
    }
}
