package uk.mashhub.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A named Ed25519 public key, as C2SP signed-note knows it. Its text is the verifier key ('vkey') that an agency or a
 * court is given once, by another way than the log itself.
 *
 * @param name of the log, such as {@code mash.example.org/exampleshire}; no spaces, no plus
 * @param publicKey 32 bytes
 */
public record NoteKey(String name, byte[] publicKey) {
    /** C2SP signed-note, signature types: Ed25519. */
    private static final byte ED25519 = 1;

    private static final int ID_LENGTH = 4;

    public NoteKey {
        Objects.requireNonNull(name, "name");
        publicKey = publicKey.clone();
        if (!isName(name)) {
            throw new IllegalArgumentException("a key's name has no spaces, plus or control characters");
        }
        if (publicKey.length != 32) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes");
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .noneMatch(c -> c == '+'
                                || Character.isISOControl(c)
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c));
    }

    /**
     * Reads a verifier key.
     *
     * @return empty unless its three parts agree and are spelt in the one way
     */
    public static Optional<NoteKey> read(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0])) {
            return Optional.empty();
        }
        return Base64Text.read(parts[2])
                .filter(typed -> typed.length == 33 && typed[0] == ED25519)
                .map(typed -> new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, 33)))
                .filter(key -> key.vkey().equals(vkey));
    }

    /** The verifier key: name, key id in hex, and type with key in base 64, joined by plus signs. */
    public String vkey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** The key id: the first four bytes of SHA-256 over name, newline, type and key. */
    byte[] id() {
        byte[] nameLine = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(nameLine, typed()), ID_LENGTH);
    }

    /** Whether the key is one that {@link #verifier()} takes. */
    boolean isOnCurve() {
        return Ed25519Verifier.takes(publicKey);
    }

    /**
     * Checks signatures of this key.
     *
     * @throws IllegalArgumentException if the bytes are no point of the curve
     */
    public Verifier verifier() {
        return new Ed25519Verifier(publicKey);
    }

    private byte[] typed() {
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        typed.write(ED25519);
        typed.writeBytes(publicKey);
        return typed.toByteArray();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that && name.equals(that.name) && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        return vkey();
    }
}
