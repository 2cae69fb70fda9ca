package uk.mashhub.log;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where entries are kept, for ever and in order. The author of another form runs
 * {@code uk.mashhub.log.contract.EntryStoreContract}.
 *
 * <p>Nothing here changes or removes an entry, and no implementation may offer it.
 */
public interface EntryStore {
    /**
     * Keeps an entry, inside the caller's transaction: when that commits the entry is durable, when it rolls back there
     * was none.
     *
     * @throws IllegalStateException if an entry of this id is kept already
     * @throws RuntimeException if it cannot be kept; the caller must then show nothing
     */
    void add(StoredEntry entry);

    /** The latest {@link StoredEntry#recordedAt()} of all kept entries, whatever their order; empty if there are none. */
    Optional<Instant> newestRecordedAt();

    /** The entry of this id. */
    Optional<StoredEntry> find(String entryId);

    /**
     * All entries in the order of the log, which only ever grows at its end. The caller closes the stream.
     *
     * <p>The order is the order of the Merkle tree. An implementation in which transactions commit in another order than
     * they began must still never place an entry before one that it has handed out; it may, for instance, give out places
     * only to what is committed, at the next reading.
     */
    Stream<StoredEntry> inOrder();
}
