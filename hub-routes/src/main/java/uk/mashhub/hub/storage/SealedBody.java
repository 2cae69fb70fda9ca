package uk.mashhub.hub.storage;

import java.util.Objects;

/**
 * A body as it is stored.
 *
 * @param holder for whom it is sealed
 * @param epoch which of the holder's keys wraps the data key
 * @param wrappedKey the data key, wrapped (RFC 3394), 40 bytes
 * @param body 12 bytes of nonce, ciphertext, 16 bytes of tag
 */
record SealedBody(String holder, long epoch, byte[] wrappedKey, byte[] body) {
    SealedBody {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(wrappedKey, "wrappedKey");
        Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
        return "SealedBody[" + holder + ", " + epoch + "]";
    }
}
