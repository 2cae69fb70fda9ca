package uk.mashhub.log.note;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * One signature line of a note.
 *
 * @param name of the key
 * @param keyId 4 bytes; with the name it says which key and of which type
 * @param signature as the type encodes it
 */
public record NoteSignature(String name, byte[] keyId, byte[] signature) {
    /** An em dash and a space. */
    private static final String BEGINNING = "\u2014 ";

    private static final int ID_LENGTH = 4;

    public NoteSignature {
        Objects.requireNonNull(name, "name");
        keyId = keyId.clone();
        signature = signature.clone();
        if (!NoteKey.isName(name) || keyId.length != ID_LENGTH || signature.length == 0) {
            throw new IllegalArgumentException("a signature has a key's name, an id of 4 bytes and something signed");
        }
    }

    /** Reads a line without its newline; empty unless it is spelt in the one way. */
    public static Optional<NoteSignature> read(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !line.startsWith(BEGINNING) || !NoteKey.isName(parts[1])) {
            return Optional.empty();
        }
        return Base64Text.read(parts[2])
                .filter(bytes -> bytes.length > ID_LENGTH)
                .map(bytes -> new NoteSignature(
                        parts[1], Arrays.copyOf(bytes, ID_LENGTH), Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length)));
    }

    /** The line, with its newline. */
    public String line() {
        byte[] bytes = Arrays.copyOf(keyId, ID_LENGTH + signature.length);
        System.arraycopy(signature, 0, bytes, ID_LENGTH, signature.length);
        return BEGINNING + name + " " + Base64Text.write(bytes) + "\n";
    }

    /** Whether it says that this key made it. */
    public boolean claims(NoteKey key) {
        return name.equals(key.name()) && Arrays.equals(keyId, key.id());
    }

    @Override
    public byte[] keyId() {
        return keyId.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return "NoteSignature[" + name + "]";
    }
}
