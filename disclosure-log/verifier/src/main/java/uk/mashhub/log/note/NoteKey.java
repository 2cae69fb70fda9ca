package uk.mashhub.log.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.tree.Sha256;

/**
 * A named public key (C2SP signed-note, 'Verifier keys'). Its text is the verifier key ('vkey') that an agency or a court
 * is given once, by another way than the log itself.
 *
 * @param name of the log or witness, such as {@code mash.example.org/exampleshire}; no spaces, no plus
 * @param type the signature type, 0 to 255: what the key's signatures are and what they are over
 * @param publicKey as the type encodes it
 */
public record NoteKey(String name, int type, byte[] publicKey) {
    /** Ed25519 over the note's text. */
    public static final int ED25519 = 0x01;

    /** A time and Ed25519 over it and the text of a checkpoint (C2SP tlog-cosignature). */
    public static final int ED25519_COSIGNATURE = 0x04;

    /** A time and ML-DSA-44 over it and a checkpoint (C2SP tlog-cosignature). */
    public static final int ML_DSA_44_COSIGNATURE = 0x06;

    private static final int ID_LENGTH = 4;
    private static final int ED25519_LENGTH = 32;
    private static final int ML_DSA_44_LENGTH = 1312;

    public NoteKey {
        Objects.requireNonNull(name, "name");
        publicKey = publicKey.clone();
        if (!isName(name)) {
            throw new IllegalArgumentException("a key's name has no spaces, plus or control characters");
        }
        if (type < 0 || type > 255 || !isLength(type, publicKey.length)) {
            throw new IllegalArgumentException("a key of this type has another length");
        }
    }

    /** An Ed25519 key for notes. */
    public NoteKey(String name, byte[] publicKey) {
        this(name, ED25519, publicKey);
    }

    private static boolean isLength(int type, int length) {
        return switch (type) {
            case ED25519, ED25519_COSIGNATURE -> length == ED25519_LENGTH;
            case ML_DSA_44_COSIGNATURE -> length == ML_DSA_44_LENGTH;
            default -> length > 0;
        };
    }

    static boolean isName(String name) {
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
                .filter(typed -> typed.length > 1 && isLength(typed[0] & 0xff, typed.length - 1))
                .map(typed -> new NoteKey(parts[0], typed[0] & 0xff, Arrays.copyOfRange(typed, 1, typed.length)))
                .filter(key -> key.vkey().equals(vkey));
    }

    /** The verifier key: name, key id in hex, and type with key in base 64, joined by plus signs. */
    public String vkey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64Text.write(typed());
    }

    /** The key id, 4 bytes: the first of SHA-256 over name, newline, type and key. */
    public byte[] id() {
        byte[] nameLine = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(nameLine, typed()), ID_LENGTH);
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = (byte) type;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return typed;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, Arrays.hashCode(publicKey));
    }

    @Override
    public String toString() {
        return vkey();
    }
}
