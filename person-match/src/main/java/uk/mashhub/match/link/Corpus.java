package uk.mashhub.match.link;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import uk.mashhub.match.weight.Profile;

/** Which records a model was learnt from. */
final class Corpus {
    /** What so many records say is written down at a time, by all processors. */
    private static final int AT_A_TIME = 16_384;

    private Corpus() {}

    /** SHA-256, in hex, over all that the records say, in their order. */
    static String hash(List<Profile> records) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int from = 0; from < records.size(); from += AT_A_TIME) {
                List<Profile> some = records.subList(from, Math.min(records.size(), from + AT_A_TIME));
                some.parallelStream().map(Profile::forDigest).toList().forEach(digest::update);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has SHA-256 (java.security.MessageDigest).
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
