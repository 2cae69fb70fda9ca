package uk.mashhub.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry as it is kept, for ever: nothing in it names a person.
 *
 * @param entryId random, unique
 * @param recordedAt the time in the entry, to the millisecond
 * @param act what happened
 * @param disclosureId the random id that view, entry and receipt share, if it is about a view
 * @param entry canonical JSON, one line, below 64 KiB
 * @param promise canonical JSON, signed, see {@link Promise}
 */
public record StoredEntry(
        String entryId, Instant recordedAt, Act act, Optional<String> disclosureId, byte[] entry, byte[] promise) {

    public StoredEntry {
        Form.uuid(entryId, "entryId");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(disclosureId, "disclosureId");
        entry = entry.clone();
        promise = promise.clone();
    }

    @Override
    public byte[] entry() {
        return entry.clone();
    }

    @Override
    public byte[] promise() {
        return promise.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredEntry that
                && entryId.equals(that.entryId)
                && recordedAt.equals(that.recordedAt)
                && act == that.act
                && disclosureId.equals(that.disclosureId)
                && Arrays.equals(entry, that.entry)
                && Arrays.equals(promise, that.promise);
    }

    @Override
    public int hashCode() {
        return entryId.hashCode();
    }

    @Override
    public String toString() {
        return "StoredEntry[" + entryId + "]";
    }
}
