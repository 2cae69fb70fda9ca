package uk.mashhub.log.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.log.tree.Sha256;

/**
 * What an export carries of other people's word for the log: its checkpoint, earlier ones that witnesses cosigned, and time tokens
 * over those. A file a line, as {@code sha256sum} writes and checks it, so that a change of any byte shows even where a
 * signature cannot be checked.
 *
 * @param checkpoint SHA-256 of the export's checkpoint, in hex
 * @param heads each larger than the one before
 */
public record EvidenceList(String checkpoint, List<Head> heads) {
    /** Its own name in the export. */
    public static final String FILE = "evidence.sha256";

    private static final String CHECKPOINT = "checkpoint";
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64})  (checkpoint|heads/([0-9]+)|time/([0-9]+)\\.tsr)");

    /**
     * A checkpoint, and the token over it.
     *
     * @param size entries under it
     * @param note SHA-256 of the checkpoint with its signatures, in hex
     * @param token SHA-256 of the token, in hex; empty if no time authority stamped it
     */
    public record Head(long size, String note, Optional<String> token) {
        public Head {
            Objects.requireNonNull(note, "note");
            Objects.requireNonNull(token, "token");
        }

        /** What {@code sha256sum} would say of these files. */
        public static Head of(long size, byte[] note, Optional<byte[]> token) {
            return new Head(size, hash(note), token.map(EvidenceList::hash));
        }

        public String noteFile() {
            return "heads/" + size;
        }

        public String tokenFile() {
            return "time/" + size + ".tsr";
        }
    }

    public EvidenceList {
        Objects.requireNonNull(checkpoint, "checkpoint");
        heads = List.copyOf(heads);
    }

    /** Reads the file; empty unless it is spelt as {@link #bytes} spells it. */
    public static Optional<EvidenceList> read(byte[] file) {
        String text = new String(file, StandardCharsets.US_ASCII);
        String checkpoint = "";
        List<Head> heads = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher form = LINE.matcher(line);
            if (!form.matches()) {
                return Optional.empty();
            }
            String hash = form.group(1);
            if (form.group(2).equals(CHECKPOINT)) {
                checkpoint = hash;
            } else if (form.group(3) != null) {
                Decimal.read(form.group(3)).ifPresent(size -> heads.add(new Head(size, hash, Optional.empty())));
            } else if (!heads.isEmpty()) {
                Head last = heads.remove(heads.size() - 1);
                heads.add(new Head(last.size(), last.note(), Optional.of(hash)));
            }
        }
        EvidenceList read = new EvidenceList(checkpoint, heads);
        // Whatever was passed over, out of order or of another size is missing from what it would be written as.
        return read.isInOrder() && Arrays.equals(read.bytes(), file) ? Optional.of(read) : Optional.empty();
    }

    private boolean isInOrder() {
        long before = 0;
        for (Head head : heads) {
            if (head.size() <= before) {
                return false;
            }
            before = head.size();
        }
        return true;
    }

    /** The file. */
    public byte[] bytes() {
        StringBuilder lines = new StringBuilder();
        line(lines, checkpoint, CHECKPOINT);
        for (Head head : heads) {
            line(lines, head.note(), head.noteFile());
            head.token().ifPresent(hash -> line(lines, hash, head.tokenFile()));
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void line(StringBuilder lines, String hash, String file) {
        lines.append(hash).append("  ").append(file).append('\n');
    }

    /** Whether a file of an export may stand in such a list. */
    public static boolean names(String file) {
        return LINE.matcher("0".repeat(64) + "  " + file).matches();
    }

    /** SHA-256 as the list has it. */
    public static String hash(byte[] file) {
        return HexFormat.of().formatHex(Sha256.of(file));
    }
}
