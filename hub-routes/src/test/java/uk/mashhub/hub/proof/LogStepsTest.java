package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.EmptyLog;
import uk.mashhub.hub.storage.GatheringJdbc;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.LogCheck;
import uk.mashhub.log.Logged;
import uk.mashhub.log.Sequencer;

/**
 * A hub is killed once at every step from a promise to its proof: before and after each statement and each commit, in turn. The
 * random kills of whole processes are in {@code LogTreeCrashTest}; here none is left out.
 */
class LogStepsTest {
    /** With the next three the first tile is full, and a hash stands in the one above. */
    private static final int BEFORE = 254;

    private static final int MANY = 1000;

    private final TreeRoom room = new TreeRoom();

    @Test
    void losesNothingAndDoublesNothingAtWhicheverStepItIsKilled() throws Exception {
        List<String> steps = new ArrayList<>();
        for (int step = 0; step < MANY; step++) {
            EmptyLog.in(room.database);
            room.database.inApp().executeWithoutResult(status -> room.append(BEFORE));
            room.clock.pass(LogLease.TERM);
            room.sequencing().run();
            CutDatabase cut = new CutDatabase(source(), step);
            List<Logged> logged = new ArrayList<>();

            boolean proved = liveUntilKilled(cut, logged);

            if (!cut.dead()) {
                assertThat(proved).isTrue();
                assertThat(steps).as("every step on the way").anyMatch(s -> s.contains("insert into log_entry"));
                for (String table :
                        List.of("log_place", "log_tile", "log_checkpoint", "commit", "delete from log_tile")) {
                    assertThat(steps).anyMatch(s -> s.contains("before") && s.contains(table));
                    assertThat(steps).anyMatch(s -> s.contains("after") && s.contains(table));
                }
                return;
            }
            steps.add(cut.lastStep());
            holds(cut.lastStep(), logged);
        }
        throw new AssertionError("it never came to its end");
    }

    private DriverManagerDataSource source() {
        return new DriverManagerDataSource(
                room.database.server.url(DatabaseRoles.DATABASE) + "?currentSchema=hub",
                DatabaseRoles.APP,
                room.database.keys.databasePassword(DatabaseRoles.APP));
    }

    /** Logs three entries in two transactions, takes them into the tree, and reads a proof. */
    private boolean liveUntilKilled(CutDatabase cut, List<Logged> logged) {
        JdbcTransactionManager manager = new JdbcTransactionManager(cut);
        GatheringJdbc jdbc = new GatheringJdbc(cut);
        PgEntryStore entries = new PgEntryStore(jdbc, manager);
        DisclosureLog log = new DisclosureLog(entries, room.signer, room.clock, room.database.random::bytes);
        LogLease lease = new LogLease(jdbc, manager, room.clock, room.database.random.uuid());
        TransactionTemplate transaction = new TransactionTemplate(manager);
        room.clock.pass(LogLease.TERM);
        try {
            for (int number : new int[] {1, 2}) {
                List<Logged> together = new ArrayList<>();
                transaction.executeWithoutResult(status -> {
                    for (int i = 0; i < number; i++) {
                        together.add(log.append(TreeRoom.draft(Optional.empty())));
                    }
                });
                logged.addAll(together);
            }
            new Sequencing(lease, new Sequencer(room.key, room.signer, 100)).run();
            SaltStore salts = new SaltStore(jdbc, room.database.vault, room.database.random);
            LogReceipts receipts = new LogReceipts(entries, salts, LogLease.reading(jdbc), new CosignedHeads(jdbc));
            return receipts.proof(logged.get(2).entryId()).isPresent();
        } catch (CutDatabase.Killed killed) {
            return false;
        }
    }

    /** The next hub, with nothing but the database: what the dead one had promised is there, once, in order, proved. */
    private void holds(String step, List<Logged> logged) throws Exception {
        room.clock.pass(LogLease.TERM);
        Sequencing next = room.sequencing();
        next.run();
        SaltStore salts = new SaltStore(room.database.app, room.database.vault, room.database.random);
        LogReceipts receipts = new LogReceipts(room.entries, salts, room.tree, new CosignedHeads(room.database.app));
        for (Logged one : logged) {
            assertThat(room.tree.entriesFrom(BEFORE, MANY).stream()
                            .filter(entry -> Arrays.equals(entry, one.entry()))
                            .count())
                    .as("killed at step %s", step)
                    .isEqualTo(1);
            assertThat(receipts.proof(one.entryId()))
                    .as("killed at step %s", step)
                    .isPresent();
        }
        room.append();
        next.run();
        assertThat(room.head().size())
                .as("all that is there is in the tree, killed at step %s", step)
                .isEqualTo(room.tree.entriesFrom(0, MANY).size())
                .isGreaterThan(BEFORE + logged.size());
        room.holdTree();
        assertThat(new LogCheck(room.tree, room.key).run(List.of(), List.of()))
                .as("killed at step %s", step)
                .isEmpty();
    }
}
