package uk.mashhub.log.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Ed25519 (RFC 8032 section 5.1.7) by the JDK alone. */
final class Ed25519Jdk {
    /** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410 section 4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;

    /**
     * The points whose order divides 8, by their y coordinate, little-endian: under such a key one signature fits many
     * messages, and the JDK takes them.
     */
    private static final Set<String> SMALL_ORDER = Set.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    private Ed25519Jdk() {}

    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != KEY_LENGTH || signature.length != SIGNATURE_LENGTH || isSmallOrder(publicKey)) {
            return false;
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key(publicKey));
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notAPointOrNotASignature) {
            return false;
        }
    }

    private static PublicKey key(byte[] publicKey) throws GeneralSecurityException {
        byte[] spki = Arrays.copyOf(SPKI, SPKI.length + KEY_LENGTH);
        System.arraycopy(publicKey, 0, spki, SPKI.length, KEY_LENGTH);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    }

    private static boolean isSmallOrder(byte[] publicKey) {
        byte[] y = publicKey.clone();
        y[KEY_LENGTH - 1] &= 0x7f;
        return SMALL_ORDER.contains(HexFormat.of().formatHex(y));
    }
}
