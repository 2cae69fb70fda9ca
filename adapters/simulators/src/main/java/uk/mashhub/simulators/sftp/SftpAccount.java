package uk.mashhub.simulators.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/**
 * One account: its name, its root directory and its key.
 *
 * @param privateKey file with the private key, OpenSSH form, readable by its owner alone
 */
record SftpAccount(String name, Path root, PublicKey publicKey, Path privateKey) {
    /** Makes the account's directories and a fresh key; an older key of the same name no longer opens anything. */
    static SftpAccount create(String name, Path directory, Path keys) throws IOException, GeneralSecurityException {
        Path root = directory.resolve(name);
        Files.createDirectories(root.resolve("in"));
        KeyPair pair = freshKey();
        Path file = keys.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, name, null, out);
        }
        return new SftpAccount(name, root, pair.getPublic(), file);
    }

    /** P-256: every SSH library here reads it without a further provider. */
    static KeyPair freshKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
