package uk.mashhub.hub.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicReference;
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

    /** Tells one form of the file from another, without opening it; the file is replaced whole. */
    record Stamp(FileTime at, long size, String file) {
        static final Stamp NONE = new Stamp(FileTime.fromMillis(0), 0, "");
    }

    /** The stamp of the file as it is now. */
    Stamp stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
        } catch (NoSuchFileException none) {
            return Stamp.NONE;
        } catch (IOException e) {
            throw new KeyMissing("the keystore at " + file + " cannot be read", e);
        }
    }

    /**
     * Changes the newest form of the file and returns it. Durable when this returns.
     *
     * @param seen of the form that the caller knows; of the new one afterwards, unless somebody else had changed it
     */
    KeyStore change(AtomicReference<Stamp> seen, Consumer<KeyStore> change) {
        synchronized (KeystoreFile.class) {
            try (FileChannel channel = OwnerOnly.open(
                            file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE);
                    FileLock lock = channel.lock()) {
                Stamp before = stamp();
                boolean known = before.equals(seen.get());
                KeyStore store = exists() ? load() : empty();
                change.accept(store);
                if (lock.isValid()) {
                    write(store);
                }
                if (known) {
                    seen.set(stamp());
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
