package uk.mashhub.log;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Random;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.Signer;

/** A key pair made from a seed, so that every run signs the same bytes. */
public final class Keys implements Signer {
    private final KeyPair pair;

    public Keys(long seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Seeded(seed));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 32 bytes: the end of the SubjectPublicKeyInfo (RFC 8410 section 4). */
    public byte[] publicKey() {
        byte[] spki = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    }

    public NoteKey log(String name) {
        return new NoteKey(name, publicKey());
    }

    public NoteKey witness(String name) {
        return new NoteKey(name, NoteKey.ED25519_COSIGNATURE, publicKey());
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Seeded extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final Random random;

        Seeded(long seed) {
            random = new Random(seed);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }
    }
}
