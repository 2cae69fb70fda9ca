package uk.mashhub.hub.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.GatheringJdbc;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.Logged;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.tree.TileTree;

/**
 * A process that takes one entry from its promise to its proof and ends itself at a step on the way, as by kill -9: no handler
 * runs, nothing is flushed, nobody says goodbye.
 */
final class DyingHub {
    /** What a process that was killed leaves: 128 and the number of the signal. */
    static final int KILLED = 137;

    /** Where it dies. */
    enum Step {
        BEFORE_THE_PROMISE_IS_COMMITTED,
        PROMISE_COMMITTED,
        SEQUENCED,
        TILES_WRITTEN,
        CHECKPOINT_SIGNED,
        CHECKPOINT_KEPT,
        TREE_COMMITTED,
        HEAD_FILE_WRITTEN,
        PROOF_MADE;

        private Predicate<List<String>> inDatabase() {
            return switch (this) {
                case BEFORE_THE_PROMISE_IS_COMMITTED -> newest("before: insert into log_entry");
                case SEQUENCED -> newestHas("after: ", " insert into log_place");
                case TILES_WRITTEN -> newest("after: insert into log_tile");
                case CHECKPOINT_SIGNED -> newest("before: insert into log_checkpoint");
                case CHECKPOINT_KEPT -> newest("after: insert into log_checkpoint");
                case TREE_COMMITTED ->
                    steps -> steps.stream().anyMatch(s -> s.contains("log_checkpoint (size"))
                            && newest("after: commit").test(steps);
                case PROMISE_COMMITTED, HEAD_FILE_WRITTEN, PROOF_MADE -> steps -> false;
            };
        }

        private static Predicate<List<String>> newest(String beginning) {
            return newestHas(beginning, "");
        }

        private static Predicate<List<String>> newestHas(String beginning, String part) {
            return steps -> steps.get(steps.size() - 1).startsWith(beginning)
                    && steps.get(steps.size() - 1).contains(part);
        }
    }

    private DyingHub() {}

    /**
     * Lets one live until its step.
     *
     * @return its exit code
     */
    static int live(TestDatabase database, byte[] key, Instant at, Path folder, Step step) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingHub.class.getName(),
                        database.server.url(DatabaseRoles.DATABASE) + "?currentSchema=hub",
                        at.toString(),
                        folder.toString(),
                        step.name())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("dying-hub.log").toFile()))
                .start();
        try (Writer in = process.outputWriter(StandardCharsets.US_ASCII)) {
            in.write(database.keys.databasePassword(DatabaseRoles.APP) + "\n"
                    + HexFormat.of().formatHex(key) + "\n");
        }
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    private static void dieAt(Step here, Step step) {
        if (here == step) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** The child's main: address, time, folder of the head and step; the password and the log's key come by standard input. */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        DriverManagerDataSource real = new DriverManagerDataSource(args[0], DatabaseRoles.APP, in.readLine());
        Ed25519Signer signer = new Ed25519Signer(HexFormat.of().parseHex(in.readLine()));
        Clock clock = Clock.fixed(Instant.parse(args[1]), ZoneOffset.UTC);
        Step step = Step.valueOf(args[3]);
        CutDatabase cut = new CutDatabase(
                real, step.inDatabase(), () -> Runtime.getRuntime().halt(KILLED));
        JdbcTransactionManager manager = new JdbcTransactionManager(cut);
        GatheringJdbc jdbc = new GatheringJdbc(cut);
        PgEntryStore entries = new PgEntryStore(jdbc, manager);
        TreeStore tree = LogLease.reading(jdbc);
        LogGuard guard = new LogGuard(
                signer, TreeRoom.key(signer), tree, entries, new HeadFile(Path.of(args[2])), List::of, clock);
        guard.look();
        DisclosureLog log = new DisclosureLog(entries, guard, clock, DyingHub::bytes);

        Logged logged =
                new TransactionTemplate(manager).execute(status -> log.append(TreeRoom.draft(Optional.empty())));
        dieAt(Step.PROMISE_COMMITTED, step);
        new Sequencing(
                        new LogLease(jdbc, manager, clock, UUID.nameUUIDFromBytes(bytes(16))),
                        new Sequencer(TreeRoom.key(signer), guard, 100))
                .run();
        guard.keepOutside();
        dieAt(Step.HEAD_FILE_WRITTEN, step);
        long place = entries.placed(logged.entryId()).orElseThrow().place().orElseThrow();
        Checkpoint head = Checkpoint.signed(tree.newestHead().orElseThrow(), TreeRoom.key(signer))
                .orElseThrow();
        new TileTree(tree, head.size()).inclusion(place);
        dieAt(Step.PROOF_MADE, step);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
