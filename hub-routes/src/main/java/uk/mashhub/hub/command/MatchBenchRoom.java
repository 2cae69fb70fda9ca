package uk.mashhub.hub.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.match.PersonRecords;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.EmbeddedPostgres;
import uk.mashhub.hub.wiring.KeysConfiguration;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Enrolment;
import uk.mashhub.match.Matcher;
import uk.mashhub.match.tool.Population;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;

/** The hub's index of people in a PostgreSQL of its own, with the real roles, tables and keys; beside it a table for plain inserts. */
final class MatchBenchRoom implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int BATCH = 500;

    private final EmbeddedPostgres server;
    private final DataSource owner;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PersonRecords records;
    private final BlockingKeys keys;
    private final Matcher matcher = Matcher.weighing();
    private final Enrolment enrolment;
    private final Population town;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong crowded = new AtomicLong();
    private final byte[] row;

    private MatchBenchRoom(EmbeddedPostgres server, DataSource owner, KeyRing ring, RandomSource random, long seed) {
        this.server = server;
        this.owner = owner;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(server));
        config.setUsername(DatabaseRoles.APP);
        config.setPassword(ring.databasePassword(DatabaseRoles.APP));
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
        jdbc = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        records = new PersonRecords(
                new PersonStore(jdbc, new Vault(ring, random), random), transaction, Clock.systemUTC());
        keys = new BlockingKeys(ring.secret(KeyUse.BLOCKING));
        enrolment = new Enrolment(records, keys, matcher, crowded::addAndGet);
        town = new Population(seed);
        row = random.bytes(800);
    }

    private static String url(EmbeddedPostgres server) {
        return server.url(DatabaseRoles.DATABASE) + "?currentSchema=hub";
    }

    static MatchBenchRoom start(Path work, long seed) throws IOException, SQLException {
        RandomSource random = LogAccess.random();
        KeyRing ring = KeysConfiguration.make(work.resolve("keystore.p12"), work.resolve("keystore.password"), random);
        EmbeddedPostgres server = EmbeddedPostgres.start(work.resolve("postgres"), 0, random);
        try {
            DatabaseRoles.prepare(server, ring::databasePassword);
            DataSource owner = new DriverManagerDataSource(
                    url(server), DatabaseRoles.OWNER, ring.databasePassword(DatabaseRoles.OWNER));
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
            return new MatchBenchRoom(server, owner, ring, random, seed);
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Enters so many people as they are, many in a transaction; then lets the database look at its tables. */
    void load(int people) throws Exception {
        AtomicInteger batch = new AtomicInteger();
        LogBenchLoad.together(CONNECTIONS, () -> {
            for (int from = batch.getAndAdd(BATCH); from < people; from = batch.getAndAdd(BATCH)) {
                int first = from;
                transaction.executeWithoutResult(status -> {
                    for (int i = first; i < Math.min(people, first + BATCH); i++) {
                        PersonDetails details = town.details(i);
                        records.add(id(i), details, keys.of(details));
                    }
                });
            }
        });
        next.set(people);
        JdbcClient.create(owner).sql("analyze").update();
    }

    /** Who may this be? With keys, both statements, opening of the bodies, rules and weights; how many are possible. */
    int lookUp(int record) {
        PersonDetails details = town.details(record);
        return matcher.match(details, records.candidates(keys.of(details)).people())
                .all()
                .size();
    }

    /** One new record: found, entered, matched, committed. */
    void enter() {
        int record = next.getAndIncrement();
        enrolment.enter(id(record), town.details(record), Set.of());
    }

    /** The floor: one row, one commit. */
    void insert() {
        jdbc.sql("insert into bench_floor (body) values (:body)")
                .param("body", row)
                .update();
    }

    /** How many keys of those entered were too common to search under. */
    long crowded() {
        return crowded.get();
    }

    private static PersonId id(int record) {
        return new PersonId(new UUID(1, record));
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }
}
