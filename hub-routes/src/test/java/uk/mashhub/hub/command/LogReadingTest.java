package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.proof.Sequencing;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.EmptyLog;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.Act;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.Logged;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.NoteSignature;
import uk.mashhub.log.note.SignedNote;

/** Against a real database, as an operator runs them beside the hub. */
class LogReadingTest {
    /** Long ago, so that no other test's clock stands behind what this leaves in the one database. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-03-02T12:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.shared();
    private final Ed25519Signer signer = new Ed25519Signer(database.keys.secret(KeyUse.LOG_SIGNING));
    private final NoteKey key = new NoteKey("mash.example.org/exampleshire", signer.publicKey());
    private final TreeStore tree = LogLease.reading(database.app);
    private final List<Logged> logged = new ArrayList<>();

    @TempDir
    private Path dir;

    private Path early = Path.of("");
    private Path late = Path.of("");

    @BeforeEach
    void growsALog() throws IOException {
        EmptyLog.in(database);
        Sequencing sequencing = new Sequencing(
                new LogLease(database.app, database.appManager, CLOCK, database.random.uuid()),
                new Sequencer(key, signer, 100));
        append(3);
        sequencing.run();
        early = Files.write(dir.resolve("early"), tree.newestHead().orElseThrow());
        append(300);
        sequencing.run();
        late = Files.write(dir.resolve("late"), tree.newestHead().orElseThrow());
        Files.copy(database.folder.resolve("hub.p12"), dir.resolve("keystore.p12"));
        OwnerOnly.replace(
                dir.resolve("keystore.password"), Files.readAllBytes(database.folder.resolve("hub.password")));
        OwnerOnly.folder(dir.resolve("passwords"));
        OwnerOnly.replace(
                dir.resolve("passwords").resolve(DatabaseRoles.APP),
                database.keys.databasePassword(DatabaseRoles.APP).getBytes(StandardCharsets.US_ASCII));
    }

    /** The commands have the machine's clock, which stands before other tests'. */
    @AfterEach
    void leavesNothing() {
        EmptyLog.in(database);
    }

    private void append(int number) {
        DisclosureLog log = new DisclosureLog(
                new PgEntryStore(database.app, database.appManager), signer, CLOCK, database.random::bytes);
        Draft draft = new Draft(
                Act.START,
                "hub",
                Draft.NOBODY,
                Draft.NO_PURPOSE,
                "ALLOW",
                Draft.NO_POLICY,
                Optional.empty(),
                0,
                Optional.empty(),
                List.of());
        for (int i = 0; i < number; i++) {
            new TransactionTemplate(database.appManager).executeWithoutResult(status -> logged.add(log.append(draft)));
        }
    }

    private int exits(Object... words) {
        List<String> arguments = new ArrayList<>();
        for (Object word : words) {
            arguments.add(word.toString());
        }
        arguments.addAll(List.of(
                "--data",
                dir.toString(),
                "--database",
                database.server.url(DatabaseRoles.DATABASE),
                "--passwords",
                dir.resolve("passwords").toString()));
        return new CommandLine(new LogCommand())
                .setExecutionExceptionHandler((fault, command, parsed) -> fault instanceof CommandFailed ? 1 : 9)
                .execute(arguments.toArray(String[]::new));
    }

    private static int checks(Object... words) {
        return new CommandLine(new LogCommand())
                .execute(java.util.Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void handsOnTheNewestTimeTokenWithTheCheckpointThatItIsOver() throws IOException {
        Path to = dir.resolve("stamp");
        assertThat(exits("stamp", to)).as("no token yet").isEqualTo(1);
        byte[] token = {48, 3, 2, 1, 0};
        new Timestamps(database.app).keep(new Timestamps.Stamped(3, token, CLOCK.instant()));

        assertThat(exits("stamp", to)).isZero();
        assertThat(Files.readAllBytes(to.resolve("3.tsr"))).isEqualTo(token);
        assertThat(Files.readAllBytes(to.resolve("3.checkpoint"))).isEqualTo(Files.readAllBytes(early));
        assertThat(acts()).containsExactly("EXPORT STAMP operator");
    }

    @Test
    void exportsALogThatIsFoundGood() {
        assertThat(exits("export", dir.resolve("log"))).isZero();
        assertThat(checks("verify", dir.resolve("log"), "--vkey", key.vkey())).isZero();
    }

    @Test
    void exportsWhatWitnessesAndTimeAuthoritiesHaveSaidOfIt() throws IOException {
        byte[] token = {48, 3, 2, 1, 0};
        new Timestamps(database.app).keep(new Timestamps.Stamped(3, token, CLOCK.instant()));
        SignedNote cosigned = SignedNote.read(Files.readAllBytes(late))
                .orElseThrow()
                .with(new NoteSignature("health.example.org/witness", new byte[4], new byte[72]));
        new CosignedHeads(database.app).keep(303, cosigned.bytes(), CLOCK.instant());

        Path to = dir.resolve("log");
        assertThat(exits("export", to)).isZero();
        assertThat(to.resolve("heads/3")).hasBinaryContent(Files.readAllBytes(early));
        assertThat(to.resolve("time/3.tsr")).hasBinaryContent(token);
        assertThat(to.resolve("heads/303")).hasBinaryContent(cosigned.bytes());
        assertThat(to.resolve("checkpoint")).hasBinaryContent(cosigned.bytes());
        assertThat(checks("verify", to, "--vkey", key.vkey())).isZero();
    }

    @Test
    void provesAnEntry() {
        append(1);
        assertThat(exits("prove", logged.get(303).entryId(), dir)).as("waits").isEqualTo(1);
        new PgEntryStore(database.app, database.appManager).inOrder().close();
        assertThat(exits("prove", logged.get(303).entryId(), dir))
                .as("has a place, and no checkpoint is over it")
                .isEqualTo(1);
        String id = logged.get(17).entryId();
        assertThat(exits("prove", id, dir)).isZero();
        assertThat(checks(
                        "verify",
                        "receipt",
                        dir.resolve(id + ".tlog-proof"),
                        dir.resolve(id + ".entry"),
                        "--vkey",
                        key.vkey()))
                .isZero();
        assertThat(exits("prove", "0d7d9a3e-8a51-4a0e-b5a6-77f8d9c1e002", dir)).isEqualTo(1);
    }

    /** What stands in the log of an operator's acts, oldest first. */
    private List<String> acts() {
        return database.app
                .sql("select e.act || ' ' || (convert_from(e.entry, 'UTF8')::json ->> 'outcome') || ' '"
                        + " || (convert_from(e.entry, 'UTF8')::json ->> 'agent') from log_entry e"
                        + " where convert_from(e.entry, 'UTF8')::json ->> 'agent' = 'operator' order by e.seq")
                .query(String.class)
                .list();
    }

    @Test
    void isLoggedBeforeAnythingLeavesAndAfterEachCheck() throws IOException {
        assertThat(exits("export", dir.resolve("log"), "--by", "Jo Operator")).isZero();
        assertThat(exits("prove", logged.get(17).entryId(), dir)).isZero();
        assertThat(exits("consistency", early, late)).isZero();
        assertThat(exits("verify", dir.resolve("log"), "--vkey", key.vkey())).isZero();
        Files.delete(dir.resolve("log/checkpoint"));
        assertThat(exits("check", dir.resolve("log"))).isEqualTo(1);
        assertThat(acts())
                .containsExactly(
                        "EXPORT LOG operator",
                        "EXPORT PROOF operator",
                        "VERIFICATION GOOD operator",
                        "VERIFICATION GOOD operator",
                        "VERIFICATION BAD operator");
        assertThat(database.app
                        .sql("select count(*) from log_entry where convert_from(entry, 'UTF8') like '%Jo%'")
                        .query(Long.class)
                        .single())
                .as("who it was stands there as a commitment alone")
                .isZero();
        assertThat(exits("export", dir.resolve("log"), "--by", "Jo\nOperator")).isEqualTo(1);
    }

    @Test
    void writesNothingThatCannotBeLoggedAndChecksAllTheSame() throws IOException {
        new Timestamps(database.app).keep(new Timestamps.Stamped(3, new byte[] {48}, CLOCK.instant()));
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("revoke insert on log_entry from hub_app").update();
        try {
            assertThat(exits("export", dir.resolve("log"))).isEqualTo(1);
            assertThat(dir.resolve("log")).doesNotExist();
            assertThat(exits("prove", logged.get(17).entryId(), dir.resolve("proof")))
                    .isEqualTo(1);
            assertThat(dir.resolve("proof")).doesNotExist();
            assertThat(exits("stamp", dir.resolve("stamp"))).isEqualTo(1);
            assertThat(dir.resolve("stamp")).doesNotExist();
            assertThat(exits("consistency", early, late)).isZero();
        } finally {
            owner.sql("grant insert on log_entry to hub_app").update();
        }
        // A checkpoint of more entries is kept outside: the database is an old backup.
        new HeadFile(dir.resolve("log"))
                .replace(SignedNote.sign(new Checkpoint(key.name(), 900, new byte[32]).text(), key, signer), key);
        assertThat(exits("export", dir.resolve("export"))).isEqualTo(1);
        assertThat(dir.resolve("export")).doesNotExist();
        assertThat(acts()).isEmpty();
    }

    @Test
    void saysWhetherTheLogOnlyGrew() throws IOException {
        assertThat(exits("consistency", early, late)).isZero();
        assertThat(exits("consistency", late, early)).isEqualTo(1);
        byte[] larger = SignedNote.sign(new Checkpoint(key.name(), 900, new byte[32]).text(), key, signer);
        assertThat(exits("consistency", late, Files.write(dir.resolve("larger"), larger)))
                .as("the log does not have as many")
                .isEqualTo(1);
        byte[] forked = SignedNote.sign(new Checkpoint(key.name(), 3, new byte[32]).text(), key, signer);
        assertThat(exits("consistency", Files.write(dir.resolve("forked"), forked), late))
                .isEqualTo(1);
        Ed25519Signer other = new Ed25519Signer(new byte[32]);
        NoteKey stranger = new NoteKey(key.name(), other.publicKey());
        byte[] unsigned = SignedNote.sign(new Checkpoint(key.name(), 3, new byte[32]).text(), stranger, other);
        assertThat(exits("consistency", Files.write(dir.resolve("other"), unsigned), late))
                .isEqualTo(1);
    }
}
