package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.Act;
import uk.mashhub.log.Salt;
import uk.mashhub.log.StoredEntry;
import uk.mashhub.model.id.TeamId;

class LogEntriesTest {
    private final TestDatabase database = TestDatabase.shared();
    private final PgEntryStore log = new PgEntryStore(database.app, database.appManager);
    private final ViewReader reader =
            new ViewReader(database.web, database.webManager, database.vault, database.random);

    @Test
    void refusesToChangeAnEntry() {
        log.add(entry());
        for (String change :
                List.of("update log_entry set entry = 'x'", "delete from log_entry", "truncate log_entry cascade")) {
            assertThatThrownBy(() -> database.app.sql(change).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() ->
                            JdbcClient.create(database.owner()).sql(change).update())
                    .rootCause()
                    .hasMessageContaining("append only");
        }
    }

    @Test
    void keepsAReadersEntryOnlyIfTheReadingCommits() {
        String team = database.team(new TeamId("log-desk"));
        StoredEntry kept = entry();
        StoredEntry lost = entry();

        reader.as(team, reading -> {
            reading.entries().add(kept);
            reading.salts().keep(kept.entryId(), Holders.HUB, List.of(salt()));
            return reading.entries().newestRecordedAt();
        });
        assertThatThrownBy(() -> reader.as(team, reading -> {
                    reading.entries().add(lost);
                    throw new IllegalStateException("cannot show");
                }))
                .hasMessage("cannot show");

        assertThat(log.find(kept.entryId())).contains(kept);
        assertThat(log.find(lost.entryId())).isEmpty();
    }

    @Test
    void givesBackTheSaltsOfAReadersEntry() {
        String team = database.team(new TeamId("log-desk"));
        StoredEntry entry = entry();
        List<Salt> salts = List.of(salt(), new Salt("reason", database.random.bytes(32)));
        reader.as(team, reading -> {
            reading.entries().add(entry);
            reading.salts().keep(entry.entryId(), Holders.team(TestDatabase.AREA, new TeamId("log-desk")), salts);
            return true;
        });

        assertThat(new SaltStore(database.app, database.vault, database.random).of(entry.entryId()))
                .isEqualTo(salts);
    }

    @Test
    void keepsThePlacesItHasGivenWhenAnOlderTransactionEndsLater() {
        StoredEntry slow = entry();
        StoredEntry quick = entry();
        List<StoredEntry> early = database.inApp().execute(outer -> {
            log.add(slow);
            TransactionsApart.run(database, () -> log.add(quick));
            return TransactionsApart.call(database, this::all);
        });

        assertThat(early).contains(quick).doesNotContain(slow);
        assertThat(all()).startsWith(early.toArray(StoredEntry[]::new)).contains(slow);
    }

    private List<StoredEntry> all() {
        try (Stream<StoredEntry> entries = log.inOrder()) {
            return entries.toList();
        }
    }

    private Salt salt() {
        return new Salt("line-1", database.random.bytes(32));
    }

    private StoredEntry entry() {
        return new StoredEntry(
                database.random.uuid().toString(),
                Instant.parse("2026-03-02T10:40:00.123Z"),
                Act.OPENING,
                Optional.of(database.random.uuid().toString()),
                new byte[] {1},
                new byte[] {2});
    }
}
