package uk.mashhub.hub.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import uk.mashhub.hub.storage.Hmac;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/**
 * Receipts: the same principal, id and body give the same receipt, on every instance of the hub and after every restart. A
 * receipt says nothing of the message to anybody without the hub's key.
 */
public final class Receipts {
    private final Hmac mac;

    /** @param key 32 bytes */
    public Receipts(byte[] key) {
        this.mac = new Hmac(key);
    }

    /** The receipt, a version 8 UUID (RFC 9562 section 5.8). */
    public UUID of(Principal principal, MessageId id, byte[] bodyDigest) {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        // Neither a principal nor an id can hold a line feed, so no two messages run together.
        named.writeBytes((principal.value() + "\n" + id.value() + "\n").getBytes(StandardCharsets.UTF_8));
        named.writeBytes(bodyDigest);
        ByteBuffer bytes = ByteBuffer.wrap(mac.of("receipt", named.toByteArray()));
        long high = (bytes.getLong() & ~0xf000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
