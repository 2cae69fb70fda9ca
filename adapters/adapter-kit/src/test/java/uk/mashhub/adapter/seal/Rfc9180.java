package uk.mashhub.adapter.seal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A second, independent opener of HPKE base mode, written from RFC 9180 sections 4 to 5 with the JDK's primitives alone:
 * the judge of what {@link Seal} produces.
 */
final class Rfc9180 {
    private static final byte[] KEM = {'K', 'E', 'M', 0, 0x20};
    private final byte[] suite;
    private final int keyLength;

    /** X25519-HKDF-SHA256, HKDF-SHA256 and the AEAD with this id: 1 is AES-128-GCM, 2 is AES-256-GCM. */
    Rfc9180(int aead) {
        this.suite = new byte[] {'H', 'P', 'K', 'E', 0, 0x20, 0, 1, 0, (byte) aead};
        this.keyLength = aead == 1 ? 16 : 32;
    }

    byte[] open(byte[] privateKey, byte[] publicKey, byte[] enc, byte[] info, byte[] aad, byte[] ciphertext)
            throws GeneralSecurityException {
        byte[] secret = decapsulate(privateKey, publicKey, enc);
        byte[] pskIdHash = extract(suite, new byte[0], "psk_id_hash", new byte[0]);
        byte[] infoHash = extract(suite, new byte[0], "info_hash", info);
        byte[] context = join(new byte[] {0}, pskIdHash, infoHash);
        byte[] scheduled = extract(suite, secret, "secret", new byte[0]);
        byte[] key = expand(suite, scheduled, "key", context, keyLength);
        byte[] nonce = expand(suite, scheduled, "base_nonce", context, 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(aad);
        return cipher.doFinal(ciphertext);
    }

    private static byte[] decapsulate(byte[] privateKey, byte[] publicKey, byte[] enc) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(privateKey(privateKey));
        agreement.doPhase(publicKey(enc), true);
        byte[] prk = extract(KEM, new byte[0], "eae_prk", agreement.generateSecret());
        return expand(KEM, prk, "shared_secret", join(enc, publicKey), 32);
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] input)
            throws GeneralSecurityException {
        return hmac(salt.length == 0 ? new byte[32] : salt, join(ascii("HPKE-v1"), suite, ascii(label), input));
    }

    private static byte[] expand(byte[] suite, byte[] prk, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] labelled = join(new byte[] {0, (byte) length}, ascii("HPKE-v1"), suite, ascii(label), info);
        return Arrays.copyOf(hmac(prk, join(labelled, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static PrivateKey privateKey(byte[] raw) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519").generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, raw));
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        byte[] bigEndian = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            bigEndian[i] = raw[raw.length - 1 - i];
        }
        bigEndian[0] &= 0x7f;
        return KeyFactory.getInstance("X25519")
                .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, bigEndian)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer joined =
                ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        Arrays.stream(parts).forEach(joined::put);
        return joined.array();
    }
}
