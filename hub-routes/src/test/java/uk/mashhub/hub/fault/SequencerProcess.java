package uk.mashhub.hub.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.proof.Sequencing;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.log.Act;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.note.NoteKey;

/**
 * Logs and sequences as fast as it can, in a process of its own, until it is killed. Where it has a folder it also does there what
 * is done with a head: keeps it outside, has it cosigned and stamped, and exports the log.
 */
final class SequencerProcess {
    static final String ORIGIN = "mash.example.org/exampleshire";

    private final Process process;

    private SequencerProcess(Process process) {
        this.process = process;
    }

    static SequencerProcess start(String url, String password, byte[] key, Path output, Path... folder)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SequencerProcess.class.getName(),
                url));
        for (Path each : folder) {
            command.add(each.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        try (Writer in = process.outputWriter(StandardCharsets.US_ASCII)) {
            in.write(password + "\n" + HexFormat.of().formatHex(key) + "\n");
        }
        return new SequencerProcess(process);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The sequencing of one instance. */
    static Sequencing sequencing(DataSource source, byte[] key, Clock clock) {
        Ed25519Signer signer = new Ed25519Signer(key);
        LogLease lease = new LogLease(
                JdbcClient.create(source), new JdbcTransactionManager(source), clock, new UUID(bits(), bits()));
        return new Sequencing(lease, new Sequencer(new NoteKey(ORIGIN, signer.publicKey()), signer, 100));
    }

    /** The child's main: the database's address; its password and the log's key come by standard input. */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        DataSource source = new DriverManagerDataSource(args[0], DatabaseRoles.APP, in.readLine());
        byte[] key = HexFormat.of().parseHex(in.readLine());
        JdbcTransactionManager manager = new JdbcTransactionManager(source);
        TransactionTemplate transaction = new TransactionTemplate(manager);
        IntFunction<byte[]> random = SequencerProcess::bytes;
        DisclosureLog log = new DisclosureLog(
                new PgEntryStore(JdbcClient.create(source), manager),
                new Ed25519Signer(key),
                Clock.systemUTC(),
                random);
        Sequencing sequencing = sequencing(source, key, Clock.systemUTC());
        Runnable keeping = args.length > 1 ? new HeadKeeping(source, key, Path.of(args[1])) : () -> {};
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
        while (true) {
            transaction.executeWithoutResult(status -> log.append(draft));
            sequencing.run();
            keeping.run();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static long bits() {
        return new SecureRandom().nextLong();
    }
}
