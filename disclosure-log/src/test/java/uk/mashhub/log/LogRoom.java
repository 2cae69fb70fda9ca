package uk.mashhub.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;

/** A log with everything that it needs: a seeded random source, a clock that stands, a key made from the seed. */
final class LogRoom {
    static final Instant NOW = Instant.parse("2026-03-02T09:15:00.123456Z");

    final InMemoryEntryStore store = new InMemoryEntryStore();
    final InMemoryTreeStore tree = new InMemoryTreeStore(store);
    final Ed25519Signer signer;
    final NoteKey key;
    final IntFunction<byte[]> random;

    LogRoom(long seed) {
        Random source = new Random(seed);
        random = length -> {
            byte[] bytes = new byte[length];
            source.nextBytes(bytes);
            return bytes;
        };
        signer = new Ed25519Signer(random.apply(32));
        key = new NoteKey("mash.example.org/exampleshire", signer.publicKey());
    }

    DisclosureLog at(Instant instant) {
        return new DisclosureLog(store, signer, Clock.fixed(instant, ZoneOffset.UTC), random);
    }

    DisclosureLog log() {
        return at(NOW);
    }

    /** Takes all entries into the tree. */
    void sequence() throws IOException {
        sequence(tree);
    }

    private void sequence(TreeStore store) throws IOException {
        Sequencer sequencer = new Sequencer(key, signer, 100);
        Optional<SignedNote> head = sequencer.grow(store);
        while (head.isPresent()) {
            head = sequencer.grow(store);
        }
    }

    /** A tree of this log's key over other entries. */
    InMemoryTreeStore treeOf(Stream<StoredEntry> entries) throws IOException {
        InMemoryEntryStore others = new InMemoryEntryStore();
        entries.forEach(others::add);
        InMemoryTreeStore other = new InMemoryTreeStore(others);
        sequence(other);
        return other;
    }
}
