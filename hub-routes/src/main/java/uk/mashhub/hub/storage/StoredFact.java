package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * One entry of a ledger, opened.
 *
 * @param seq its place in the order of the ledger
 * @param kind what sort of fact, a word of the journey
 * @param holder whose it is, of the form of {@link Holders}
 * @param json the fact
 */
public record StoredFact(long seq, String kind, String holder, Instant at, byte[] json) {
    public StoredFact {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(json, "json");
    }

    @Override
    public String toString() {
        return "StoredFact[" + seq + ", " + kind + "]";
    }
}
