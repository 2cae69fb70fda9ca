package uk.mashhub.hub.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.PlacedEntry;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.log.Salt;
import uk.mashhub.log.StoredEntry;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.LogProof;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.TileTree;
import uk.mashhub.model.id.DisclosureId;

/**
 * Gives receipts: the promise that was committed with a disclosure, and once the entry is in the tree the proof. Whether the
 * asker may have one is settled before.
 */
public final class LogReceipts {
    private static final String LINE = "line-";

    private final PgEntryStore entries;
    private final SaltStore salts;
    private final TreeStore tree;
    private final CosignedHeads cosigned;

    public LogReceipts(PgEntryStore entries, SaltStore salts, TreeStore tree, CosignedHeads cosigned) {
        this.entries = entries;
        this.salts = salts;
        this.tree = tree;
        this.cosigned = cosigned;
    }

    /** The receipt of a disclosure; empty if nothing was disclosed under this id. */
    public Optional<Receipt> of(DisclosureId disclosure) {
        return entries.disclosure(disclosure).map(placed -> {
            byte[] opening = opening(placed.entry());
            return proof(placed, Optional.of(opening))
                    .map(proof -> new Receipt(disclosure, kind(proof), proof.bytes()))
                    .orElseGet(() -> new Receipt(
                            disclosure,
                            Receipt.Kind.PROMISE,
                            joined(placed.entry().promise(), opening)));
        });
    }

    /** Whether the log proves a disclosure: what leaves the room waits for that (ruling 23). */
    public boolean proves(DisclosureId disclosure) {
        return entries.disclosure(disclosure)
                .flatMap(placed -> proof(placed, Optional.empty()))
                .isPresent();
    }

    /** The {@code .tlog-proof} of any entry, with the opening of its lines; empty while there is no proof. */
    public Optional<byte[]> ofEntry(String entryId) {
        return entries.placed(entryId)
                .flatMap(placed -> proof(placed, Optional.of(opening(placed.entry()))))
                .map(LogProof::bytes);
    }

    /** The proof that any entry is in the tree; empty while it is not. */
    public Optional<LogProof> proof(String entryId) {
        return entries.placed(entryId).flatMap(placed -> proof(placed, Optional.empty()));
    }

    private Optional<LogProof> proof(PlacedEntry placed, Optional<byte[]> extra) {
        if (placed.place().isEmpty()) {
            return Optional.empty();
        }
        long place = placed.place().getAsLong();
        return cosigned.newest()
                .flatMap(note -> proof(extra, place, note))
                .or(() -> tree.newestHead().flatMap(note -> proof(extra, place, note)));
    }

    private Optional<LogProof> proof(Optional<byte[]> extra, long place, byte[] head) {
        return SignedNote.read(head)
                .flatMap(note -> Checkpoint.read(note.text())
                        .filter(read -> place < read.size())
                        .map(read -> proof(extra, place, read.size(), note)));
    }

    private LogProof proof(Optional<byte[]> extra, long place, long size, SignedNote note) {
        try {
            return new LogProof(extra, place, new TileTree(tree, size).inclusion(place), note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log's own line is the first; whatever follows was verified when it was gathered. */
    private static Receipt.Kind kind(LogProof proof) {
        return proof.checkpoint().signatures().size() > 1 ? Receipt.Kind.WITNESSED : Receipt.Kind.PROOF;
    }

    /** The salts of lines alone: with them a recipient opens what it was shown. The others open what it was not told. */
    private byte[] opening(StoredEntry entry) {
        StringBuilder lines = new StringBuilder();
        for (Salt salt : salts.of(entry.entryId())) {
            if (salt.claim().startsWith(LINE)) {
                lines.append(salt.claim())
                        .append(' ')
                        .append(HexFormat.of().formatHex(salt.bytes()))
                        .append('\n');
            }
        }
        return joined(entry.entry(), lines.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] joined(byte[] line, byte[] rest) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(line);
        both.write('\n');
        both.writeBytes(rest);
        return both.toByteArray();
    }
}
