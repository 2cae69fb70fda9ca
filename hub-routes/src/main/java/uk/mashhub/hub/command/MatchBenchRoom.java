package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.match.PersonRecords;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.hub.storage.Vault;
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

    private final BenchDatabase database;
    private final TransactionTemplate transaction;
    private final PersonRecords records;
    private final BlockingKeys keys;
    private final Matcher matcher = Matcher.weighing();
    private final Enrolment enrolment;
    private final Population town;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong crowded = new AtomicLong();

    private MatchBenchRoom(BenchDatabase database, RandomSource random, long seed) {
        this.database = database;
        transaction = database.transaction();
        PersonStore store = new PersonStore(database.jdbc(), new Vault(database.keys(), random), random);
        records = new PersonRecords(store, transaction, Clock.systemUTC());
        keys = new BlockingKeys(database.keys().secret(KeyUse.BLOCKING));
        enrolment = new Enrolment(records, keys, matcher, crowded::addAndGet);
        town = new Population(seed);
    }

    static MatchBenchRoom start(Path work, long seed) throws IOException, SQLException {
        RandomSource random = LogAccess.random();
        return new MatchBenchRoom(BenchDatabase.start(work, CONNECTIONS, random), random, seed);
    }

    /**
     * Enters so many people as they are, many in a statement and without the indexes of their keys, which are made afterwards;
     * then lets the database tidy its tables.
     */
    void load(int people) throws Exception {
        AtomicInteger batch = new AtomicInteger();
        database.withoutIndexes(
                "person_key",
                () -> LogBenchLoad.together(CONNECTIONS, () -> {
                    for (int from = batch.getAndAdd(BATCH); from < people; from = batch.getAndAdd(BATCH)) {
                        Map<PersonId, PersonDetails> some = new LinkedHashMap<>();
                        for (int i = from; i < Math.min(people, from + BATCH); i++) {
                            some.put(id(i), town.details(i));
                        }
                        transaction.executeWithoutResult(status -> records.addAll(some, keys::of));
                    }
                }));
        next.set(people);
        database.tidy();
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
        database.insert();
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
        database.close();
    }
}
