package uk.mashhub.log;

import java.util.List;

/**
 * What the caller keeps after {@link DisclosureLog#append}.
 *
 * @param entryId random id (UUID) of the entry; the next version's draft names it as previous
 * @param entry the entry: canonical JSON, one line
 * @param promise signed promise that the entry will be in the tree, for the recipient's receipt; see {@link Promise}
 * @param salts one per claim, in the claims' order: secrets, to be kept encrypted beside the record and erased with it
 */
public record Logged(String entryId, byte[] entry, byte[] promise, List<Salt> salts) {
    public Logged {
        Form.uuid(entryId, "entryId");
        entry = entry.clone();
        promise = promise.clone();
        salts = List.copyOf(salts);
    }

    @Override
    public byte[] entry() {
        return entry.clone();
    }

    @Override
    public byte[] promise() {
        return promise.clone();
    }

    /** An outcome of one act, not a value: equal to itself alone. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return entryId.hashCode();
    }

    @Override
    public String toString() {
        return "Logged[" + entryId + "]";
    }
}
