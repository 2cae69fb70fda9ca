package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.MerkleRoot;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileTree;

class SequencerTest {
    private static final int BATCH = 3;

    private final LogRoom room = new LogRoom(11);
    private final Sequencer sequencer = new Sequencer(room.key, room.signer, BATCH);

    private void append(int entries) {
        for (int i = 0; i < entries; i++) {
            room.log().append(Drafts.aDecision(Drafts.utf8("{}")));
        }
    }

    private byte[] rootOf(long entries) {
        MerkleRoot root = new MerkleRoot();
        try (Stream<StoredEntry> all = room.store.inOrder()) {
            all.limit(entries).forEach(entry -> root.add(entry.entry()));
        }
        return root.root();
    }

    private Optional<Checkpoint> grow(TreeStore store) throws IOException {
        return sequencer.grow(store).map(SignedNote::bytes).flatMap(note -> Checkpoint.signed(note, room.key));
    }

    @Test
    void signsAHeadOverAllThatWaitsBatchByBatch() throws IOException {
        append(5);

        assertThat(grow(room.tree)).contains(new Checkpoint(room.key.name(), 3, rootOf(3)));
        assertThat(grow(room.tree)).contains(new Checkpoint(room.key.name(), 5, rootOf(5)));
        assertThat(grow(room.tree)).isEmpty();
    }

    @Test
    void keepsNoEntryASecondTime() throws IOException {
        append(1);
        room.sequence();

        assertThat(room.tree.read(new Tile(0, 0, 1))).isPresent();
        assertThat(room.tree.read(new Tile(Tile.ENTRIES, 0, 1))).isEmpty();
    }

    @Test
    void goesOnAfterBeingStoppedAtAnyStep() throws IOException {
        append(300);
        room.sequence();
        append(500);
        Sequencer whole = new Sequencer(room.key, room.signer, 1000);
        for (int step = 0; step < 6; step++) {
            int stop = step;
            assertThatThrownBy(() -> whole.grow(new Stopping(room.tree, stop))).isInstanceOf(Stopped.class);
            assertThat(new TileTree(room.tree, 300).root()).isEqualTo(rootOf(300));
            assertThat(room.tree.newestHead().flatMap(note -> Checkpoint.signed(note, room.key)))
                    .hasValueSatisfying(head -> assertThat(head.size()).isEqualTo(300));
        }
        room.sequence();

        byte[] newest = room.tree.newestHead().orElseThrow();
        assertThat(Checkpoint.signed(newest, room.key)).contains(new Checkpoint(room.key.name(), 800, rootOf(800)));
    }

    @Test
    void signsNothingOverATreeThatWasChanged() throws IOException {
        append(4);
        room.sequence();
        append(1);
        TreeStore changed = new Stopping(room.tree, Integer.MAX_VALUE) {
            @Override
            public Optional<byte[]> read(Tile tile) throws IOException {
                return super.read(tile).map(bytes -> {
                    bytes[40] ^= 1;
                    return bytes;
                });
            }
        };

        assertThatThrownBy(() -> grow(changed)).isInstanceOf(LogBroken.class).hasMessageContaining("4 entries");
        assertThat(grow(room.tree)).isPresent();
    }

    @Test
    void signsNothingAfterAHeadOfAnotherKey() throws IOException {
        append(1);
        room.sequence();
        append(1);
        Ed25519Signer other = new Ed25519Signer(new byte[32]);
        Sequencer stranger = new Sequencer(new NoteKey(room.key.name(), other.publicKey()), other, BATCH);

        assertThatThrownBy(() -> stranger.grow(room.tree))
                .isInstanceOf(LogBroken.class)
                .hasMessageContaining("key");
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Stops at the n-th thing that is written. */
    private static class Stopping implements TreeStore {
        private final TreeStore store;
        private int left;

        Stopping(TreeStore store, int left) {
            this.store = store;
            this.left = left;
        }

        private void step() {
            if (left-- == 0) {
                throw new Stopped();
            }
        }

        @Override
        public Optional<byte[]> newestHead() {
            return store.newestHead();
        }

        @Override
        public void place(int limit) {
            step();
            store.place(limit);
        }

        @Override
        public List<byte[]> entriesFrom(long place, int limit) {
            return store.entriesFrom(place, limit);
        }

        @Override
        public Optional<String> changedEntry(long size) {
            return store.changedEntry(size);
        }

        @Override
        public void keepHead(Checkpoint head, byte[] note) {
            step();
            store.keepHead(head, note);
        }

        @Override
        public Optional<byte[]> read(Tile tile) throws IOException {
            return store.read(tile);
        }

        @Override
        public void write(Tile tile, byte[] bytes) throws IOException {
            step();
            store.write(tile, bytes);
        }
    }
}
