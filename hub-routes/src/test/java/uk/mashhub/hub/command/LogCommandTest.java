package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import uk.mashhub.log.Commitment;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.InMemoryEntryStore;
import uk.mashhub.log.InMemoryTreeStore;
import uk.mashhub.log.LogExport;
import uk.mashhub.log.Salt;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.contract.EntryStoreContract;
import uk.mashhub.log.note.NoteKey;

class LogCommandTest {
    private static final Ed25519Signer SIGNER = new Ed25519Signer(new byte[32]);
    private static final NoteKey KEY = new NoteKey("mash.example.org/exampleshire", SIGNER.publicKey());

    @TempDir
    private Path dir;

    private static int exits(Object... words) {
        List<String> arguments = Stream.of(words).map(Object::toString).toList();
        return new CommandLine(new LogCommand()).execute(arguments.toArray(String[]::new));
    }

    @Test
    void checksAnExportAndSaysByItsExitCodeWhatItFound() throws IOException {
        Path export = dir.resolve("log");
        InMemoryEntryStore entries = new InMemoryEntryStore();
        entries.add(EntryStoreContract.entry(1));
        InMemoryTreeStore tree = new InMemoryTreeStore(entries);
        new Sequencer(KEY, SIGNER, 1).grow(tree);
        new LogExport(KEY).write(export, tree);

        assertThat(exits("check", export)).isZero();
        assertThat(exits("verify", export, "--vkey", KEY.vkey())).isZero();
        assertThat(exits("verify", "--policy", dir.resolve("nothing"), export)).isEqualTo(2);
        Files.createFile(export.resolve("stranger"));
        assertThat(exits("check", export)).isEqualTo(3);
        Files.delete(export.resolve("checkpoint"));
        assertThat(exits("check", export)).isEqualTo(1);
        assertThat(exits("verify")).isEqualTo(2);
    }

    @Test
    void opensACommitment() throws IOException {
        byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
        Salt salt = new Salt("trace", new byte[32]);
        Path entry = Files.writeString(
                dir.resolve("entry"), "{\"commitment\":\"" + Commitment.to(content, salt) + "\",\"name\":\"trace\"}");
        Path salts = Files.writeString(dir.resolve("salt"), HexFormat.of().formatHex(salt.bytes()));
        Path opened = Files.write(dir.resolve("content"), content);

        assertThat(exits("verify", "open", entry, "trace", salts, opened)).isZero();
        assertThat(exits("verify", "open", entry, "view", salts, opened)).isEqualTo(1);
    }
}
