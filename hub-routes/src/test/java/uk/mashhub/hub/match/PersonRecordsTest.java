package uk.mashhub.hub.match;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.match.PersonIndex;
import uk.mashhub.match.contract.PersonIndexContract;

/** The index in PostgreSQL: each of the contract's threads has a connection and a transaction of its own. */
class PersonRecordsTest implements PersonIndexContract {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");

    private final TestDatabase database = TestDatabase.shared();

    @Override
    public PersonIndex index(int most) {
        JdbcClient owner = JdbcClient.create(database.owner());
        for (String table : List.of("person_key", "person_fact", "person")) {
            owner.sql("delete from " + table + " where person_id < '00000000-0000-0000-0000-000000000064'")
                    .update();
        }
        return new PersonRecords(
                new PersonStore(database.app, database.vault, database.random),
                database.inApp(),
                Clock.fixed(AT, ZoneOffset.UTC),
                most);
    }
}
