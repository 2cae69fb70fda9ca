package uk.mashhub.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.log.note.Base64Text;
import uk.mashhub.log.note.Signer;
import uk.mashhub.log.tree.TreeHash;

/**
 * The log's signed word that an entry will be in its tree (ruling 23): the receipt before the proof. One that is older
 * than its delay and has no proof is evidence of tampering.
 *
 * <p>Form: canonical JSON with members {@code type}, {@code entryHash} (leaf hash, hex), {@code at}, {@code
 * maxMergeDelayMillis} and {@code signature} (base64); the signature is over the canonical JSON of the others. It holds no
 * newline, so it can never pass for the text of a signed note, which ends with one.
 *
 * @param entryHash 64 hex digits, {@link TreeHash#leaf} of the entry
 * @param at when the promise was given
 */
public record Promise(String entryHash, Instant at) {
    /** Within how long the entry will be in the tree, in milliseconds. */
    public static final int MAX_MERGE_DELAY_MILLIS = 5000;

    private static final String TYPE = "uk.mashhub.log.promise.v1";
    private static final Pattern FORM = Pattern.compile(
            "\\{\"at\":\"([^\"\\\\]{24})\",\"entryHash\":\"([0-9a-f]{64})\","
                    + "\"maxMergeDelayMillis\":5000,\"signature\":\"([A-Za-z0-9+/=]{1,6000})\",\"type\":\"uk\\.mashhub\\.log\\.promise\\.v1\"\\}");

    static Promise of(byte[] entry, Instant at) {
        return new Promise(HexFormat.of().formatHex(TreeHash.leaf(entry)), at);
    }

    byte[] signedBy(Signer signer) {
        return withSignature(Base64.getEncoder().encodeToString(signer.sign(CanonicalJson.of(members()))));
    }

    /**
     * Reads a promise and checks its signature.
     *
     * @return empty unless every byte is as the log's key signed it
     */
    public static Optional<Promise> verified(byte[] promise, Verifier verifier) {
        Matcher form = FORM.matcher(new String(promise, StandardCharsets.UTF_8));
        if (!form.matches()) {
            return Optional.empty();
        }
        return Timestamp.read(form.group(1))
                .map(at -> new Promise(form.group(2), at))
                .filter(read -> Arrays.equals(promise, read.withSignature(form.group(3))))
                .filter(read -> Base64Text.read(form.group(3))
                        .filter(signature -> verifier.verify(CanonicalJson.of(read.members()), signature))
                        .isPresent());
    }

    /** Whether this is the promise for that entry. */
    public boolean isFor(byte[] entry) {
        return equals(of(entry, at));
    }

    private byte[] withSignature(String signature) {
        Map<String, Object> members = members();
        members.put("signature", signature);
        return CanonicalJson.of(members);
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new HashMap<>();
        members.put("type", TYPE);
        members.put("entryHash", entryHash);
        members.put("at", Timestamp.text(at));
        members.put("maxMergeDelayMillis", MAX_MERGE_DELAY_MILLIS);
        return members;
    }
}
