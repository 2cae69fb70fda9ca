package uk.mashhub.hub.storage;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.Principal;

/**
 * Every key of the hub, 32 bytes each, in one PKCS#12 keystore whose password comes from a file. Thread-safe. A key is
 * durable in the file before anything is sealed with it.
 */
public final class KeyRing {
    private static final int KEY_BYTES = 32;
    private static final Pattern HOLDER = Pattern.compile("[A-Za-z0-9:._-]{2,120}");

    private final KeystoreFile file;
    private final RandomSource random;
    private final Map<String, SecretKey> known = new ConcurrentHashMap<>();
    private final Map<String, Long> epochs = new ConcurrentHashMap<>();
    /** Of the file from which all that is known was read. */
    private final AtomicReference<KeystoreFile.Stamp> seen = new AtomicReference<>(KeystoreFile.Stamp.NONE);

    private KeyRing(KeystoreFile file, RandomSource random) {
        this.file = file;
        this.random = random;
    }

    /**
     * Makes a keystore with one key for each {@link KeyUse}.
     *
     * @throws IllegalStateException if there is one already: keys are never overwritten
     */
    public static KeyRing create(Path keystore, Path passwordFile, RandomSource random) {
        KeystoreFile file = new KeystoreFile(keystore, passwordFile);
        KeyRing ring = new KeyRing(file, random);
        file.change(ring.seen, store -> {
            if (ring.has(store, alias(KeyUse.POLICY_SEAL))) {
                throw new IllegalStateException("there is a keystore at " + keystore + " already");
            }
            for (KeyUse use : KeyUse.values()) {
                ring.put(store, alias(use));
            }
        });
        return ring;
    }

    /**
     * Opens a keystore.
     *
     * @throws KeyMissing if it is not there, does not open, or lacks a key that there must be
     */
    public static KeyRing open(Path keystore, Path passwordFile, RandomSource random) {
        KeyRing ring = new KeyRing(new KeystoreFile(keystore, passwordFile), random);
        ring.seen.set(ring.file.stamp());
        KeyStore store = ring.file.load();
        for (KeyUse use : KeyUse.values()) {
            ring.known.put(alias(use), ring.read(store, alias(use)));
        }
        return ring;
    }

    /** The 32 bytes of the key for one use; a fresh copy. */
    public byte[] secret(KeyUse use) {
        return existing(alias(use)).getEncoded();
    }

    /** The raw X25519 private key (RFC 7748) with which messages for a principal are opened; made on first use. */
    public byte[] sealKey(Principal principal) {
        return orMade("hpke/" + principal).getEncoded();
    }

    /** The password of a database role whose passwords the hub sets itself; made on first use. */
    public String databasePassword(String role) {
        return HexFormat.of().formatHex(orMade("database/" + checked(role)).getEncoded());
    }

    /** The key with which a holder's bodies are wrapped today; the first is made on first use. */
    HolderKey current(String holder) {
        String name = checked(holder);
        forgetIfChanged();
        long epoch = epochs.computeIfAbsent(name, h -> Math.max(1, newestEpoch(file.load(), h)));
        return new HolderKey(holder, epoch, orMade(alias(name, epoch)));
    }

    /**
     * The key of a holder for one epoch.
     *
     * @throws KeyMissing if it was never made or has been destroyed
     */
    SecretKey holderKey(String holder, long epoch) {
        return existing(alias(checked(holder), epoch));
    }

    /** Every key by its name, with when it was made. */
    public SortedMap<String, Instant> list() {
        KeyStore store = file.load();
        SortedMap<String, Instant> keys = new TreeMap<>();
        try {
            for (String alias : Collections.list(store.aliases())) {
                keys.put(alias, store.getCreationDate(alias).toInstant());
            }
        } catch (KeyStoreException e) {
            throw new KeyMissing("the keystore cannot be read", e);
        }
        return keys;
    }

    /** The epoch of a holder's newest key; 0 if it has none. */
    public long epoch(String holder) {
        return newestEpoch(file.load(), checked(holder));
    }

    /**
     * Makes the key of a holder's next epoch, with which everything is wrapped from now on; what is wrapped already stays under its
     * own. Other hubs that share the file see it at their next use.
     *
     * @param epoch the newest so far
     * @throws IllegalStateException if it is not, or the holder has none
     */
    public void rotate(String holder, long epoch) {
        if (epoch < 1 || epoch(holder) != epoch) {
            throw new IllegalStateException("another key of " + holder + " is the newest");
        }
        renew(holder, epoch);
    }

    /**
     * Makes the key of a holder's next epoch, with which everything is wrapped from now on, unless there is one already.
     *
     * @param epoch the one that is to go
     */
    void renew(String holder, long epoch) {
        String name = checked(holder);
        file.change(seen, store -> {
            if (newestEpoch(store, name) <= epoch) {
                put(store, alias(name, epoch + 1));
            }
        });
        forget();
    }

    /**
     * Takes the key of a holder's epoch out of the file, so that nothing opens any more that it wraps, wherever that lies.
     * Copies of the file from before have it still.
     *
     * @throws IllegalStateException if it is the newest: its holder must have another first
     */
    void destroy(String holder, long epoch) {
        String name = checked(holder);
        file.change(seen, store -> {
            if (newestEpoch(store, name) <= epoch) {
                throw new IllegalStateException("the newest key of a holder is not destroyed");
            }
            remove(store, alias(name, epoch));
        });
        forget();
    }

    private void remove(KeyStore store, String alias) {
        try {
            store.deleteEntry(alias);
        } catch (KeyStoreException e) {
            throw new KeyMissing("a key cannot be taken out of the keystore", e);
        }
    }

    /** What another hub has changed in the file holds here too: a destroyed key is used by nobody. */
    private void forgetIfChanged() {
        KeystoreFile.Stamp now = file.stamp();
        if (!now.equals(seen.getAndSet(now))) {
            forget();
        }
    }

    private void forget() {
        known.clear();
        epochs.clear();
    }

    /** Which of these the keystore file does not hold now, whatever this ring remembers. */
    List<KeyEpochs.KeyEpoch> lacking(List<KeyEpochs.KeyEpoch> used) {
        KeyStore store = file.load();
        return used.stream()
                .filter(k -> !has(store, alias(checked(k.holder()), k.epoch())))
                .toList();
    }

    private SecretKey existing(String alias) {
        forgetIfChanged();
        return known.computeIfAbsent(alias, a -> read(file.load(), a));
    }

    private SecretKey orMade(String alias) {
        return known.computeIfAbsent(alias, a -> {
            KeyStore store = file.exists() ? file.load() : null;
            return store != null && has(store, a) ? read(store, a) : made(a);
        });
    }

    private SecretKey made(String alias) {
        KeyStore changed = file.change(seen, store -> {
            if (!has(store, alias)) {
                put(store, alias);
            }
        });
        return read(changed, alias);
    }

    private void put(KeyStore store, String alias) {
        try {
            SecretKey key = new SecretKeySpec(random.bytes(KEY_BYTES), "AES");
            store.setEntry(alias, new KeyStore.SecretKeyEntry(key), file.protection());
        } catch (KeyStoreException e) {
            throw new KeyMissing("a key cannot be put into the keystore", e);
        }
    }

    private boolean has(KeyStore store, String alias) {
        try {
            return store.containsAlias(alias);
        } catch (KeyStoreException e) {
            throw new KeyMissing("the keystore cannot be read", e);
        }
    }

    private SecretKey read(KeyStore store, String alias) {
        try {
            if (store.getEntry(alias, file.protection()) instanceof KeyStore.SecretKeyEntry entry) {
                return entry.getSecretKey();
            }
            throw new KeyMissing("the keystore has no key " + alias);
        } catch (GeneralSecurityException e) {
            throw new KeyMissing("the key " + alias + " cannot be read", e);
        }
    }

    private static long newestEpoch(KeyStore store, String holder) {
        String prefix = "holder/" + holder + "/";
        try {
            return Collections.list(store.aliases()).stream()
                    .filter(a -> a.startsWith(prefix))
                    .mapToLong(a -> Long.parseLong(a.substring(prefix.length())))
                    .max()
                    .orElse(0);
        } catch (KeyStoreException e) {
            throw new KeyMissing("the keystore cannot be read", e);
        }
    }

    /** PKCS#12 aliases do not tell upper from lower case, so neither do the names of holders. */
    private static String checked(String name) {
        if (!HOLDER.matcher(name).matches()) {
            throw new IllegalArgumentException("a holder is of the form " + HOLDER.pattern());
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static String alias(KeyUse use) {
        return "use/" + use.name().toLowerCase(Locale.ROOT);
    }

    private static String alias(String holder, long epoch) {
        return "holder/" + holder + "/" + epoch;
    }
}
