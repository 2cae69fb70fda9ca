package uk.mashhub.hub.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.GatheringJdbc;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.EmbeddedPostgres;
import uk.mashhub.hub.wiring.KeysConfiguration;
import uk.mashhub.model.RandomSource;

/** A PostgreSQL of a benchmark's own, with the hub's real roles, tables and keys; beside them a table for plain inserts, the floor. */
final class BenchDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final KeyRing keys;
    private final DataSource owner;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final byte[] row;

    private BenchDatabase(EmbeddedPostgres server, KeyRing keys, DataSource owner, int connections, byte[] row) {
        this.server = server;
        this.keys = keys;
        this.owner = owner;
        this.row = row;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(server));
        config.setUsername(DatabaseRoles.APP);
        config.setPassword(keys.databasePassword(DatabaseRoles.APP));
        config.setMaximumPoolSize(connections);
        pool = new HikariDataSource(config);
        jdbc = new GatheringJdbc(pool);
    }

    static BenchDatabase start(Path work, int connections, RandomSource random) throws IOException, SQLException {
        KeyRing keys = KeysConfiguration.make(work.resolve("keystore.p12"), work.resolve("keystore.password"), random);
        EmbeddedPostgres server = EmbeddedPostgres.start(work.resolve("postgres"), 0, random);
        try {
            DatabaseRoles.prepare(server, keys::databasePassword);
            DataSource owner = new DriverManagerDataSource(
                    url(server), DatabaseRoles.OWNER, keys.databasePassword(DatabaseRoles.OWNER));
            Flyway.configure()
                    .dataSource(owner)
                    .defaultSchema("hub")
                    .createSchemas(false)
                    .load()
                    .migrate();
            JdbcClient.create(owner)
                    .sql("create table bench_floor (id bigint generated always as identity primary key, body bytea"
                            + " not null); grant insert on bench_floor to hub_app")
                    .update();
            return new BenchDatabase(server, keys, owner, connections, random.bytes(800));
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static String url(EmbeddedPostgres server) {
        return server.url(DatabaseRoles.DATABASE) + "?currentSchema=hub";
    }

    long serverPid() {
        return server.pid();
    }

    KeyRing keys() {
        return keys;
    }

    /** As the journey's user. */
    JdbcClient jdbc() {
        return jdbc;
    }

    JdbcTransactionManager manager() {
        return new JdbcTransactionManager(pool);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(manager());
    }

    /** Work that takes any time. */
    interface Work {
        void run() throws Exception;
    }

    /** Does something while a table has no index and no constraint, and makes all of them again as they were. */
    void withoutIndexes(String table, Work work) throws Exception {
        JdbcClient client = JdbcClient.create(owner);
        List<String> constraints = client.sql(
                        "select 'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' '"
                                + " || pg_get_constraintdef(oid) from pg_constraint where conrelid = cast(:table as regclass)"
                                + " and contype in ('p', 'f') order by contype desc")
                .param("table", table)
                .query(String.class)
                .list();
        List<String> indexes = client.sql("select indexdef from pg_indexes where tablename = :table and not exists"
                        + " (select from pg_constraint where conname = indexname)")
                .param("table", table)
                .query(String.class)
                .list();
        List<String> drops = client.sql("select 'alter table ' || conrelid::regclass || ' drop constraint ' || conname"
                        + " from pg_constraint where conrelid = cast(:table as regclass) and contype in ('p', 'f')"
                        + " union all select 'drop index ' || indexname from pg_indexes where tablename = :table and not exists"
                        + " (select from pg_constraint where conname = indexname)")
                .param("table", table)
                .query(String.class)
                .list();
        drops.forEach(sql -> client.sql(sql).update());
        work.run();
        JdbcClient once = JdbcClient.create(new SingleConnectionDataSource(owner.getConnection(), true));
        once.sql("set maintenance_work_mem = '512MB'").update();
        constraints.forEach(sql -> once.sql(sql).update());
        indexes.forEach(sql -> once.sql(sql).update());
    }

    /** Lets the database look at its tables and tidy them, as it does by itself where people come one by one. */
    void tidy() {
        JdbcClient.create(owner).sql("vacuum analyze").update();
    }

    /** The floor: one row, one commit. */
    void insert() {
        jdbc.sql("insert into bench_floor (body) values (:body)")
                .param("body", row)
                .update();
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }
}
