package uk.mashhub.hub.storage;

import java.util.Objects;
import javax.crypto.SecretKey;

/** The AES-256 key of a holder for one epoch. */
record HolderKey(String holder, long epoch, SecretKey key) {
    HolderKey {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return "HolderKey[" + holder + ", " + epoch + "]";
    }
}
