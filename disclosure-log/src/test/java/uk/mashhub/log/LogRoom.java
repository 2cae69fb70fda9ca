package uk.mashhub.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.IntFunction;
import uk.mashhub.log.note.NoteKey;

/** A log with everything that it needs: a seeded random source, a clock that stands, a key made from the seed. */
final class LogRoom {
    static final Instant NOW = Instant.parse("2026-03-02T09:15:00.123456Z");

    final InMemoryEntryStore store = new InMemoryEntryStore();
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
}
