package uk.mashhub.log.witness;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.log.note.Base64Text;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.Cosignature;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.Signer;
import uk.mashhub.log.tree.TreeHash;

/** The witness's own key: a file of two lines, the verifier key and the private key (PKCS#8, base 64), readable by its owner. */
final class WitnessKey implements Signer {
    private static final int PUBLIC_LENGTH = 32;

    private final NoteKey key;
    private final PrivateKey secret;

    private WitnessKey(NoteKey key, PrivateKey secret) {
        this.key = Objects.requireNonNull(key, "key");
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    /**
     * Makes a key and keeps it.
     *
     * @param name of the witness, such as {@code health.example.org/witness}
     * @throws java.nio.file.FileAlreadyExistsException if there is one: a witness's key is never written over
     */
    static WitnessKey make(Path file, String name) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] spki = pair.getPublic().getEncoded();
            byte[] last = Arrays.copyOfRange(spki, spki.length - PUBLIC_LENGTH, spki.length);
            NoteKey key = new NoteKey(name, NoteKey.ED25519_COSIGNATURE, last);
            String text = key.vkey() + "\n" + Base64Text.write(pair.getPrivate().getEncoded()) + "\n";
            FileAttribute<Set<PosixFilePermission>> ownerOnly =
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            return new WitnessKey(key, pair.getPrivate());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException("no Ed25519 in this JDK", everyJdkHasIt);
        }
    }

    /** Reads the key. */
    static WitnessKey read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            NoteKey key = NoteKey.read(lines.get(0))
                    .filter(read -> read.type() == NoteKey.ED25519_COSIGNATURE)
                    .orElseThrow(() -> new IOException("the key file's first line is no witness's verifier key"));
            byte[] pkcs8 = Base64Text.read(lines.get(1)).orElseThrow(() -> new IOException("the key file is damaged"));
            WitnessKey read = new WitnessKey(
                    key, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            return read.requireHalvesOfOneKey();
        } catch (GeneralSecurityException | IndexOutOfBoundsException damaged) {
            throw new IOException("the key file is damaged");
        }
    }

    /** A cosignature that nobody could verify would be found out only once it is needed. */
    private WitnessKey requireHalvesOfOneKey() throws IOException {
        String trial = new Checkpoint("trial", 0, TreeHash.ofNothing()).text();
        byte[] signature =
                Cosignature.of(trial, Instant.ofEpochSecond(1), key, this).signature();
        if (!new Cosignature().verifies(key, trial, signature)) {
            throw new IOException("the key file's two lines are not of one key");
        }
        return this;
    }

    /** The public half. */
    NoteKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(secret);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException("no Ed25519 in this JDK", everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return key.vkey();
    }
}
