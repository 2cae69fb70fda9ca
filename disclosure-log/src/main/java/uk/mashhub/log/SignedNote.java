package uk.mashhub.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Text signed by one or more keys (C2SP signed-note v1.0.0). */
public final class SignedNote {
    private static final String SIGNATURE_LINE = "\u2014 ";
    private static final int MAX_BYTES = 1 << 20;

    private SignedNote() {}

    /**
     * Signs a text.
     *
     * @param text ends with a newline, has no other control characters
     */
    public static byte[] sign(String text, NoteKey key, Signer signer) {
        if (!isText(text)) {
            throw new IllegalArgumentException("a note's text ends with a newline and has no control characters");
        }
        ByteArrayOutputStream signature = new ByteArrayOutputStream();
        signature.writeBytes(key.id());
        signature.writeBytes(signer.sign(text.getBytes(StandardCharsets.UTF_8)));
        String encoded = Base64.getEncoder().encodeToString(signature.toByteArray());
        return (text + "\n" + SIGNATURE_LINE + key.name() + " " + encoded + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text of a note, if this key signed it.
     *
     * @return empty if the note is malformed, if no signature is this key's, or if any that claims to be is wrong;
     *     signatures of other keys are passed over
     */
    public static Optional<String> verified(byte[] note, NoteKey key) {
        return decode(note).flatMap(decoded -> {
            int blank = decoded.lastIndexOf("\n\n");
            if (blank < 0 || !decoded.endsWith("\n") || !isText(decoded)) {
                return Optional.empty();
            }
            String text = decoded.substring(0, blank + 1);
            String signatures = decoded.substring(blank + 2);
            return isSigned(text, List.of(signatures.split("\n", -1)), key) ? Optional.of(text) : Optional.empty();
        });
    }

    private static boolean isSigned(String text, List<String> lines, NoteKey key) {
        boolean signed = false;
        // What follows the last newline is empty; an empty list of signatures leaves nothing to sign with.
        for (String line : lines.subList(0, lines.size() - 1)) {
            String[] parts = line.split(" ", -1);
            Optional<byte[]> signature = parts.length == 3 ? Base64Text.read(parts[2]) : Optional.empty();
            if (signature.isEmpty() || !line.startsWith(SIGNATURE_LINE) || signature.get().length <= 4) {
                return false;
            }
            byte[] bytes = signature.get();
            if (parts[1].equals(key.name()) && Arrays.equals(Arrays.copyOf(bytes, 4), key.id())) {
                if (!key.verifier()
                        .verify(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, 4, bytes.length))) {
                    return false;
                }
                signed = true;
            }
        }
        return signed;
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
