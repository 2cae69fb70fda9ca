package uk.mashhub.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.policy.json.CanonicalJson;
import uk.mashhub.policy.json.Json;

/**
 * HMAC-SHA-256 (RFC 2104) over what a sealed thing is for and what it holds. Sealed form: version (1 byte), MAC (32),
 * digest (32), number of lines (4), start and length of each line in the content (4 + 4), content.
 */
final class Seal {
    private static final byte VERSION = 1;
    private static final int MAC_BYTES = 32;
    private static final int HEAD = 1 + MAC_BYTES;
    private final SecretKeySpec key;

    Seal(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("a seal key has 32 bytes");
        }
        this.key = new SecretKeySpec(key.clone(), "HmacSHA256");
    }

    /** A view, sealed for its key. */
    SealedView seal(ViewKey viewKey, Json content) {
        CanonicalJson written = CanonicalJson.of(content);
        byte[] digest = sha256(written.bytesWithOwnIds());
        byte[] body = body(written, digest);
        byte[] sealed = join(mac(purpose(viewKey), body), body);
        return new SealedView(
                viewKey, sealed, written.bytes(), lines(written), HexFormat.of().formatHex(digest));
    }

    /** Any other bytes, sealed for a purpose. */
    byte[] seal(String purpose, CanonicalJson content) {
        byte[] body = body(content, sha256(content.bytes()));
        return join(mac(purpose, body), body);
    }

    /**
     * Opens a stored view.
     *
     * @throws SealBroken if a bit of it differs, or it was sealed for another key
     */
    SealedView unseal(byte[] stored, ViewKey viewKey) {
        if (stored.length < HEAD + MAC_BYTES + 4 || stored[0] != VERSION) {
            throw new SealBroken("not a sealed view");
        }
        byte[] body = Arrays.copyOfRange(stored, HEAD, stored.length);
        byte[] mac = Arrays.copyOfRange(stored, 1, HEAD);
        if (!MessageDigest.isEqual(mac, mac(purpose(viewKey), body))) {
            throw new SealBroken("the seal does not hold for this view key");
        }
        return opened(stored, body, viewKey);
    }

    private static SealedView opened(byte[] stored, byte[] body, ViewKey viewKey) {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] digest = new byte[MAC_BYTES];
        in.get(digest);
        int count = in.getInt();
        int start = in.position() + 8 * count;
        byte[] content = Arrays.copyOfRange(body, start, body.length);
        byte[][] lines = new byte[count][];
        for (int i = 0; i < count; i++) {
            int from = in.getInt();
            lines[i] = Arrays.copyOfRange(content, from, from + in.getInt());
        }
        return new SealedView(
                viewKey, stored.clone(), content, List.of(lines), HexFormat.of().formatHex(digest));
    }

    static List<byte[]> lines(CanonicalJson written) {
        byte[] content = written.bytes();
        return written.spans().stream()
                .map(s -> Arrays.copyOfRange(content, s.start(), s.start() + s.length()))
                .toList();
    }

    private static byte[] body(CanonicalJson written, byte[] digest) {
        byte[] content = written.bytes();
        int count = written.spans().size();
        ByteBuffer out = ByteBuffer.allocate(digest.length + 4 + 8 * count + content.length);
        out.put(digest).putInt(count);
        written.spans().forEach(s -> out.putInt(s.start()).putInt(s.length()));
        return out.put(content).array();
    }

    private static byte[] join(byte[] mac, byte[] body) {
        return ByteBuffer.allocate(HEAD + body.length)
                .put(VERSION)
                .put(mac)
                .put(body)
                .array();
    }

    /** Every part of the key in canonical JSON, so that no two keys have one spelling. */
    private static String purpose(ViewKey k) {
        Json key = Json.words(List.of(
                "view",
                k.enquiry().toString(),
                k.area().value(),
                k.team().value(),
                k.role().name(),
                k.perspective().toString(),
                k.purpose().name(),
                k.artefact().name()));
        return new String(CanonicalJson.of(key).bytes(), StandardCharsets.UTF_8);
    }

    private byte[] mac(String purpose, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] tag = purpose.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(4).putInt(tag.length).array());
            mac.update(tag);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
