package uk.mashhub.match.link;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import uk.mashhub.match.weight.Profile;

/** Which records a model was learnt from. */
final class Corpus {
    private Corpus() {}

    /** SHA-256, in hex, over all that the records say, in their order. */
    static String hash(List<Profile> records) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            records.forEach(r -> digest.update(r.forDigest()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has SHA-256 (java.security.MessageDigest).
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
