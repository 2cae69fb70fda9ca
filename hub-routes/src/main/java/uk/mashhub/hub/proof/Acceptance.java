package uk.mashhub.hub.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Signer;

/**
 * Two people's word that the log may go on without what a restore has lost (ruling 25): a note signed by the log's key, of
 * seven lines, the last of which are theirs.
 *
 * @param size of the tree of which a part is lost: that of the checkpoint kept outside the database
 * @param root of that tree, 64 hex digits: the word is for no other loss of that size. Where nobody knows what was lost, that of the
 *     backup's own head
 * @param first one of the two, by name
 * @param second the other
 * @param reason why, in a line
 */
public record Acceptance(long size, String root, String first, String second, String reason) {
    private static final String TYPE = "uk.mashhub.log.accept-restore.v2";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int LINES = 7;

    public Acceptance {
        requireTwo(first, second, reason);
        if (!HEX.matcher(root).matches()) {
            throw new IllegalArgumentException("a root is 64 hex digits");
        }
        if (size < 1) {
            throw new IllegalArgumentException("nothing is lost of an empty log");
        }
    }

    /** Two names that are not one, and a reason. */
    static void requireTwo(String first, String second, String reason) {
        requireLine(first, "the first name");
        requireLine(second, "the second name");
        requireLine(reason, "the reason");
        if (first.strip().equalsIgnoreCase(second.strip())) {
            throw new IllegalArgumentException("this takes two people");
        }
    }

    private static void requireLine(String text, String what) {
        Objects.requireNonNull(text, what);
        if (text.isBlank() || text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " is one line of up to 200 characters");
        }
    }

    /** The note's text. */
    public String text(NoteKey log) {
        return String.join("\n", TYPE, log.name(), Long.toString(size), root, first, second, reason) + "\n";
    }

    /** The note, signed by the log's key. */
    public byte[] signed(NoteKey log, Signer signer) {
        return SignedNote.sign(text(log), log, signer);
    }

    /** Reads a note; empty unless the log's key signed it and it is one of these. */
    public static Optional<Acceptance> read(byte[] note, NoteKey log) {
        return SignedNote.verified(note, log).flatMap(text -> {
            List<String> lines = text.lines().toList();
            if (lines.size() != LINES
                    || !lines.get(0).equals(TYPE)
                    || !lines.get(1).equals(log.name())
                    || !lines.get(2).matches("[1-9][0-9]{0,17}")
                    || !HEX.matcher(lines.get(3)).matches()) {
                return Optional.empty();
            }
            return Optional.of(new Acceptance(
                    Long.parseLong(lines.get(2)), lines.get(3), lines.get(4), lines.get(5), lines.get(6)));
        });
    }

    /** Who accepted stands in the log as a commitment alone. */
    byte[] claim(NoteKey log) {
        return text(log).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Acceptance[" + size + "]";
    }
}
