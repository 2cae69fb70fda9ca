package uk.mashhub.log.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.InMemoryTileStore;
import uk.mashhub.log.TileWriter;
import uk.mashhub.log.note.Base64Text;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileSource;
import uk.mashhub.log.tree.TileTree;

/** A log and every checkpoint that it signs on its way, with the requests that it sends to a witness. */
final class GrowingLog {
    static final int SIZE = 400;
    static final String ORIGIN = "mash.example.org/exampleshire";
    static final Ed25519Signer HUB = new Ed25519Signer(new byte[32]);
    static final NoteKey LOG = new NoteKey(ORIGIN, HUB.publicKey());

    private final InMemoryTileStore tiles = new InMemoryTileStore();

    /**
     * A log.
     *
     * @param other the one entry that differs from that of any other log; none if it is not below {@link #SIZE}
     */
    GrowingLog(int other) {
        TileWriter writer = new TileWriter(tiles);
        try {
            for (int i = 0; i < SIZE; i++) {
                writer.add(((i == other ? "other " : "entry ") + i).getBytes(StandardCharsets.UTF_8));
            }
            writer.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A tree smaller than what the store has: its tiles are the beginnings of those. */
    TileTree tree(int size) {
        return new TileTree(tiles(), size);
    }

    TileSource tiles() {
        return wanted -> {
            Tile kept = Tile.of(wanted.level(), wanted.index(), SIZE).orElseThrow();
            return tiles.read(kept).map(bytes -> Arrays.copyOf(bytes, wanted.width() * 32));
        };
    }

    SignedNote head(int size) throws IOException {
        String text = new Checkpoint(ORIGIN, size, tree(size).root()).text();
        return SignedNote.read(SignedNote.sign(text, LOG, HUB)).orElseThrow();
    }

    String request(int old, int size) throws IOException {
        return request(old, tree(size).consistency(old), head(size));
    }

    static String request(long old, List<byte[]> proof, SignedNote note) {
        StringBuilder body = new StringBuilder("old " + old + "\n");
        proof.forEach(hash -> body.append(Base64Text.write(hash)).append('\n'));
        return body + "\n" + new String(note.bytes(), StandardCharsets.UTF_8);
    }
}
