package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import uk.mashhub.hub.proof.Acceptance;
import uk.mashhub.hub.proof.Restoring;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.wiring.KeysConfiguration;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.model.RandomSource;

class AcceptRestoreTest {
    private static final String[] TWO = {"--by", "A. Operator", "--by", "B. Lead", "--reason", "disk failed"};

    @TempDir
    private Path data;

    private NoteKey key = new NoteKey("unset", new byte[32]);

    @BeforeEach
    void keepsACheckpoint() throws IOException {
        Random source = new Random(7);
        RandomSource random = length -> {
            byte[] bytes = new byte[length];
            source.nextBytes(bytes);
            return bytes;
        };
        KeyRing keys = KeysConfiguration.make(data.resolve("keystore.p12"), data.resolve("keystore.password"), random);
        Ed25519Signer signer = new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
        key = new NoteKey("mash-hub/E10999999", signer.publicKey());
        checkpoint(SignedNote.sign(new Checkpoint(key.name(), 300, new byte[32]).text(), key, signer));
    }

    private void checkpoint(byte[] note) throws IOException {
        Files.createDirectories(data.resolve("log"));
        Files.write(data.resolve("log/checkpoint"), note);
    }

    private int exits(String... words) {
        List<String> arguments = new ArrayList<>(List.of("accept-restore", "--data", data.toString()));
        arguments.addAll(Arrays.asList(words));
        return new CommandLine(new LogCommand())
                .setExecutionExceptionHandler((fault, command, parsed) -> fault instanceof CommandFailed ? 1 : 9)
                .execute(arguments.toArray(String[]::new));
    }

    private Path left() {
        return data.resolve("log").resolve(Restoring.FILE);
    }

    @Test
    void leavesTheWordOfTwoPeopleForTheHub() throws IOException {
        assertThat(exits(TWO)).isZero();
        assertThat(Acceptance.read(Files.readAllBytes(left()), key))
                .contains(new Acceptance(300, "0".repeat(64), "A. Operator", "B. Lead", "disk failed"));
    }

    @Test
    void takesTheBackupsOwnHeadIfNoOtherIsKept() throws IOException {
        Files.move(data.resolve("log/checkpoint"), data.resolve("log/restored"));
        assertThat(exits(TWO)).isZero();
        assertThat(Acceptance.read(Files.readAllBytes(left()), key))
                .contains(new Acceptance(301, "0".repeat(64), "A. Operator", "B. Lead", "disk failed"));
    }

    /** As the launcher starts it: in a folder of its own, and it says where they stand. */
    @Test
    void findsTheFolderFromWhereSomebodyStands() throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName(),
                "log",
                "accept-restore",
                "--data",
                data.getFileName().toString(),
                "--password-file",
                data.getFileName() + "/keystore.password",
                "--checkpoint",
                data.getFileName() + "/log/checkpoint"));
        words.addAll(List.of(TWO));
        ProcessBuilder command = new ProcessBuilder(words).inheritIO();
        command.environment()
                .put(
                        "MASH_FROM",
                        java.util.Objects.requireNonNull(data.getParent()).toString());
        assertThat(command.start().waitFor()).isZero();
        assertThat(left()).exists();
    }

    @Test
    void leavesNothingForOnePerson() {
        assertThat(exits("--by", "A. Operator", "--reason", "why")).isEqualTo(1);
        assertThat(exits("--by", "A. Operator", "--by", "a. operator", "--reason", "why"))
                .isEqualTo(1);
        assertThat(exits("--by", "A. Operator", "--by", "B. Lead")).isEqualTo(2);
        assertThat(left()).doesNotExist();
    }

    @Test
    void leavesNothingForACheckpointOfAnotherKey() throws IOException {
        Ed25519Signer other = new Ed25519Signer(new byte[32]);
        NoteKey stranger = new NoteKey(key.name(), other.publicKey());
        checkpoint(SignedNote.sign(new Checkpoint(key.name(), 300, new byte[32]).text(), stranger, other));
        assertThat(exits(TWO)).isEqualTo(1);
        Files.delete(data.resolve("log/checkpoint"));
        assertThat(exits(TWO)).isEqualTo(1);
        assertThat(left()).doesNotExist();
    }
}
