package uk.mashhub.log.verifier;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.log.tree.Sha256;

/**
 * Opens a commitment: is this content, with this salt, what the entry commits to under a name? Nothing of the content or
 * the salt is printed.
 */
public final class OpeningCheck {
    private static final byte[] TAG = "uk.mashhub.log.commitment.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern NAME = Pattern.compile("[a-z]{1,20}(?:-[1-9][0-9]{0,4})?");
    private static final Pattern SALT = Pattern.compile("([0-9a-f]{64})\n?");

    private OpeningCheck() {}

    /**
     * Checks an opening.
     *
     * @param entry a file with exactly the entry's bytes; that it is in the log is for its receipt to show
     * @param name of the claim, such as {@code line-1}
     * @param salt a file with 64 hex digits
     * @param content a file with exactly the bytes committed to
     */
    public static Report of(Path entry, String name, Path salt, Path content) {
        try {
            return check(entry, name, salt, content);
        } catch (Stop stop) {
            return stop.report();
        }
    }

    private static Report check(Path entry, String name, Path salt, Path content) throws Stop {
        if (!NAME.matcher(name).matches()) {
            throw Stop.bad("the name", "is not one that a claim can have");
        }
        Matcher hex = SALT.matcher(new String(ExportFolder.head(salt, "the salt"), StandardCharsets.US_ASCII));
        if (!hex.matches()) {
            throw Stop.bad("the salt", "is not 64 hex digits");
        }
        byte[] hash = Sha256.of(TAG, HexFormat.of().parseHex(hex.group(1)), ExportFolder.head(content, "the content"));
        // Entries are canonical JSON: members in this order, without spaces, and no quotation mark inside a string
        // unescaped.
        String member = "{\"commitment\":\"" + HexFormat.of().formatHex(hash) + "\",\"name\":\"" + name + "\"}";
        if (!new String(ExportFolder.head(entry, "the entry"), StandardCharsets.UTF_8).contains(member)) {
            throw Stop.bad(name, "the entry does not commit to this content with this salt under this name");
        }
        return Report.good("the entry commits to this content under " + name);
    }
}
