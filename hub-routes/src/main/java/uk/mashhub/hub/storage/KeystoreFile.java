package uk.mashhub.hub.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.function.Consumer;

/**
 * A PKCS#12 keystore (RFC 7292) on disk. Changes are made under a lock file, written beside, flushed and moved into place,
 * so that a crash leaves the old file or the new one, and several hubs may share it.
 */
final class KeystoreFile {
    private final Path file;
    private final char[] password;

    /**
     * Names the file.
     *
     * @throws KeyMissing if the password file is missing, empty, or readable by anyone but its owner
     */
    KeystoreFile(Path file, Path passwordFile) {
        this.file = file.toAbsolutePath();
        this.password = password(passwordFile);
    }

    boolean exists() {
        return Files.exists(file);
    }

    KeyStore load() {
        if (!exists()) {
            throw new KeyMissing("there is no keystore at " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.clone());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyMissing("the keystore at " + file + " cannot be opened with its password", e);
        }
    }

    KeyStore.ProtectionParameter protection() {
        return new KeyStore.PasswordProtection(password.clone());
    }

    /** Changes the newest form of the file and returns it. Durable when this returns. */
    KeyStore change(Consumer<KeyStore> change) {
        synchronized (KeystoreFile.class) {
            try (FileChannel channel = OwnerOnly.open(
                            file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE);
                    FileLock lock = channel.lock()) {
                KeyStore store = exists() ? load() : empty();
                change.accept(store);
                if (lock.isValid()) {
                    write(store);
                }
                return store;
            } catch (IOException | GeneralSecurityException e) {
                throw new KeyMissing("the keystore at " + file + " cannot be written", e);
            }
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private void write(KeyStore store) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.clone());
        OwnerOnly.replace(file, bytes.toByteArray());
    }

    private static char[] password(Path passwordFile) {
        try {
            return OwnerOnly.secret(passwordFile).toCharArray();
        } catch (IOException e) {
            throw new KeyMissing("the password of the keystore: " + e.getMessage(), e);
        }
    }
}
