package uk.mashhub.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Text signed by one or more keys (C2SP signed-note v1.0.0). The text is to be ignored until a key that the reader trusts is
 * found to have {@link Standing#SIGNED} it, and none to be {@link Standing#WRONG}.
 *
 * @param text ends with a newline, has no other control characters
 * @param signatures in the note's order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MAX_BYTES = 1 << 20;

    public SignedNote {
        Objects.requireNonNull(text, "text");
        signatures = List.copyOf(signatures);
        if (!isText(text)) {
            throw new IllegalArgumentException("a note's text ends with a newline and has no control characters");
        }
    }

    /**
     * Reads a note.
     *
     * @return empty if it is malformed, has no signature line, or is over 1 MiB
     */
    public static Optional<SignedNote> read(byte[] note) {
        return decode(note).flatMap(SignedNote::readText);
    }

    private static Optional<SignedNote> readText(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !isText(note) || blank + 2 == note.length()) {
            return Optional.empty();
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(blank + 2, note.length() - 1).split("\n", -1)) {
            Optional<NoteSignature> signature = NoteSignature.read(line);
            if (signature.isEmpty()) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return Optional.of(new SignedNote(note.substring(0, blank + 1), signatures));
    }

    /** The bytes of the note. */
    public byte[] bytes() {
        String lines = signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
        return (text + "\n" + lines).getBytes(StandardCharsets.UTF_8);
    }

    /** What this note says of the key; if several signatures are the key's, the worst. */
    public Standing standing(NoteKey key, NoteAlgorithms algorithms) {
        Optional<NoteAlgorithm> algorithm = algorithms.ofType(key.type());
        List<NoteSignature> claims =
                signatures.stream().filter(line -> line.claims(key)).toList();
        if (claims.isEmpty()) {
            return Standing.ABSENT;
        }
        if (algorithm.isEmpty()) {
            return Standing.NOT_CHECKED;
        }
        boolean all = claims.stream().allMatch(line -> algorithm.get().verifies(key, text, line.signature()));
        return all ? Standing.SIGNED : Standing.WRONG;
    }

    /**
     * Signs a text with an Ed25519 key.
     *
     * @param text ends with a newline, has no other control characters
     */
    public static byte[] sign(String text, NoteKey key, Signer signer) {
        if (key.type() != NoteKey.ED25519) {
            throw new IllegalArgumentException("a note is signed here with a key of type Ed25519");
        }
        SignedNote unsigned = new SignedNote(text, List.of());
        byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
        return unsigned.with(new NoteSignature(key.name(), key.id(), signature)).bytes();
    }

    /** This note with another signature line at its end. */
    public SignedNote with(NoteSignature another) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(another);
        return new SignedNote(text, more);
    }

    /**
     * The text of a note, if this key signed it.
     *
     * @return empty if the note is malformed, if no signature is this key's, or if any that claims to be is wrong or of a
     *     type that the JDK cannot check; signatures of other keys are passed over
     */
    public static Optional<String> verified(byte[] note, NoteKey key) {
        return read(note)
                .filter(read -> read.standing(key, NoteAlgorithms.ofJdk()) == Standing.SIGNED)
                .map(SignedNote::text);
    }

    private static boolean isText(String text) {
        return text.endsWith("\n") && text.chars().noneMatch(c -> c < ' ' && c != '\n');
    }

    private static Optional<String> decode(byte[] note) {
        if (note.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
