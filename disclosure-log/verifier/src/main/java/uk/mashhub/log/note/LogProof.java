package uk.mashhub.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.tree.InclusionProof;
import uk.mashhub.log.tree.TreeHash;

/**
 * A receipt: everything that is needed, beside the entry and the keys to trust, to see that the entry is in the log (C2SP
 * tlog-proof). Its file name ends in {@code .tlog-proof}.
 *
 * @param extra whatever the giver adds; nobody has signed it
 * @param index of the entry, from 0
 * @param path {@link InclusionProof}
 * @param checkpoint the signed head of the tree
 */
public record LogProof(Optional<byte[]> extra, long index, List<byte[]> path, SignedNote checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** A path is no longer than the tree is high. */
    private static final int MAX_PATH = 63;

    public LogProof {
        extra = extra.map(byte[]::clone);
        path = path.stream().map(byte[]::clone).toList();
        Objects.requireNonNull(checkpoint, "checkpoint");
        if (index < 0 || path.size() > MAX_PATH || path.stream().anyMatch(hash -> hash.length != TreeHash.LENGTH)) {
            throw new IllegalArgumentException("a receipt has an index from 0 and at most 63 hashes of 32 bytes");
        }
    }

    /** Reads a receipt; empty unless it is spelt in the one way. */
    public static Optional<LogProof> read(byte[] proof) {
        return decode(proof).flatMap(text -> {
            int blank = text.indexOf("\n\n");
            if (blank < 0) {
                return Optional.empty();
            }
            byte[] note = text.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
            List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
            return SignedNote.read(note).flatMap(checkpoint -> read(lines, checkpoint));
        });
    }

    private static Optional<LogProof> read(List<String> lines, SignedNote checkpoint) {
        Iterator<String> rest = lines.iterator();
        if (!rest.next().equals(HEADER) || !rest.hasNext()) {
            return Optional.empty();
        }
        String line = rest.next();
        Optional<byte[]> extra = Optional.empty();
        if (line.startsWith(EXTRA)) {
            extra = Base64Text.read(line.substring(EXTRA.length()));
            if (extra.isEmpty() || !rest.hasNext()) {
                return Optional.empty();
            }
            line = rest.next();
        }
        Optional<Long> index = line.startsWith(INDEX) ? Decimal.read(line.substring(INDEX.length())) : Optional.empty();
        List<byte[]> path = new ArrayList<>();
        rest.forEachRemaining(hash -> Base64Text.readHash(hash).ifPresent(path::add));
        boolean whole = path.size() + (extra.isPresent() ? 3 : 2) == lines.size() && path.size() <= MAX_PATH;
        if (index.isEmpty() || !whole) {
            return Optional.empty();
        }
        return Optional.of(new LogProof(extra, index.get(), path, checkpoint));
    }

    private static Optional<String> decode(byte[] proof) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(proof))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** The bytes of the receipt. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(
                bytes -> text.append(EXTRA).append(Base64Text.write(bytes)).append('\n'));
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(Base64Text.write(hash)).append('\n'));
        text.append('\n').append(new String(checkpoint.bytes(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the entry stands at the index of the checkpoint's tree. Whether the checkpoint is to be believed is not asked. */
    public boolean includes(byte[] entry) {
        return Checkpoint.read(checkpoint.text())
                .filter(head -> InclusionProof.verifies(index, head.size(), TreeHash.leaf(entry), path(), head.root()))
                .isPresent();
    }

    @Override
    public Optional<byte[]> extra() {
        return extra.map(byte[]::clone);
    }

    @Override
    public List<byte[]> path() {
        return path.stream().map(byte[]::clone).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogProof that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return "LogProof[" + index + "]";
    }
}
