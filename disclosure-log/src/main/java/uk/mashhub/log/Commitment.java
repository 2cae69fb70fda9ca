package uk.mashhub.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import uk.mashhub.log.tree.Sha256;

/**
 * SHA-256 over a domain tag, a salt and content: binds to the content, hides it, and opens only with both (ruling 24).
 * Tag and salt have fixed lengths, so no two (salt, content) pairs share an input.
 *
 * @param hex 64 lower-case hex digits
 */
public record Commitment(String hex) {
    /** ASCII, ended by a zero byte. Another use of SHA-256 in the hub has another tag. */
    private static final byte[] TAG = "uk.mashhub.log.commitment.v1\0".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Commitment {
        Objects.requireNonNull(hex, "hex");
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a commitment has 64 hex digits");
        }
    }

    /** Commits to the content under the salt. */
    public static Commitment to(byte[] content, Salt salt) {
        return new Commitment(HexFormat.of().formatHex(Sha256.of(TAG, salt.bytes(), content)));
    }

    /** Whether this was made of exactly this content and salt. */
    public boolean opensWith(byte[] content, Salt salt) {
        byte[] mine = HexFormat.of().parseHex(hex);
        return MessageDigest.isEqual(mine, HexFormat.of().parseHex(to(content, salt).hex));
    }

    /**
     * Whether an entry commits under this name to this. The entry's bytes must have been checked already: inside
     * canonical JSON a quotation mark in a string is escaped, so the text looked for can only be the member itself.
     */
    public boolean standsIn(byte[] entry, String name) {
        String member = new String(CanonicalJson.of(asMember(name)), StandardCharsets.UTF_8);
        return new String(entry, StandardCharsets.UTF_8).contains(member);
    }

    Map<String, Object> asMember(String name) {
        return Map.of("name", name, "commitment", hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
