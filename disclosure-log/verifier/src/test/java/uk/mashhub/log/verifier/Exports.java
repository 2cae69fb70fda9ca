package uk.mashhub.log.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.log.Keys;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.EvidenceList;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TilesByDefinition;

/** Exported logs, made without the code that makes them in the hub. */
final class Exports {
    static final Keys KEYS = new Keys(30);
    static final NoteKey LOG = KEYS.log("mash.example.org/exampleshire");
    static final Trust NO_POLICY = new Trust(Optional.empty(), NoteAlgorithms.ofJdk());
    static final Trust THE_LOG = new Trust(Optional.of(TrustPolicy.ofLog(LOG)), NoteAlgorithms.ofJdk());

    private Exports() {}

    static void write(Path dir, TilesByDefinition tree, int size) throws IOException {
        for (int level = 0; Tile.hashesAt(level, size) > 0; level++) {
            for (long index = 0; Tile.of(level, index, size).isPresent(); index++) {
                Tile tile = Tile.of(level, index, size).orElseThrow();
                put(dir.resolve(tile.path()), tree.read(tile).orElseThrow());
                if (level == 0) {
                    Tile bundle = new Tile(Tile.ENTRIES, index, tile.width());
                    put(dir.resolve(bundle.path()), bundle(tree, bundle));
                }
            }
        }
        put(dir.resolve("vkey"), (LOG.vkey() + "\n").getBytes(StandardCharsets.UTF_8));
        put(dir.resolve("checkpoint"), checkpoint(tree, size));
    }

    /** What others have said of some heads of the tree; the tokens are none that the JDK could check. */
    static void writeEvidence(Path dir, TilesByDefinition tree, int... sizes) throws IOException {
        List<EvidenceList.Head> heads = new ArrayList<>();
        for (int size : sizes) {
            byte[] token = ("token over " + size).getBytes(StandardCharsets.UTF_8);
            EvidenceList.Head head = EvidenceList.Head.of(size, checkpoint(tree, size), Optional.of(token));
            put(dir.resolve(head.noteFile()), checkpoint(tree, size));
            put(dir.resolve(head.tokenFile()), token);
            heads.add(head);
        }
        String now = EvidenceList.hash(Files.readAllBytes(dir.resolve("checkpoint")));
        put(dir.resolve(EvidenceList.FILE), new EvidenceList(now, heads).bytes());
    }

    static byte[] checkpoint(TilesByDefinition tree, int size) {
        return SignedNote.sign(new Checkpoint(LOG.name(), size, tree.mth(0, size)).text(), LOG, KEYS);
    }

    static byte[] bundle(TilesByDefinition tree, Tile tile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < tile.width(); i++) {
            byte[] entry = tree.entry((int) tile.index() * 256 + i);
            bytes.write(entry.length / 256);
            bytes.write(entry.length % 256);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    static Path put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    /** What the command exits with, and the lines that it prints. */
    record Ran(int code, String said) {
        static Ran of(Object... arguments) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            List<String> words =
                    List.of(arguments).stream().map(Object::toString).toList();
            int code = VerifierMain.run(
                    words, NoteAlgorithms.ofJdk(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
            return new Ran(code, bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
