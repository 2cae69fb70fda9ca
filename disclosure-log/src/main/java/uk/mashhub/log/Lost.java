package uk.mashhub.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places that the log once had and has no more: what a BREAK entry names, in clear, for every reader of the log (ruling 25).
 *
 * @param from the first place lost
 * @param to the size of the tree that was lost; above {@code from}
 */
public record Lost(long from, long to) {
    private static final Pattern BREAK =
            Pattern.compile("\"act\":\"BREAK\".*\"lost\":\\{\"from\":([0-9]{1,18}),\"to\":([0-9]{1,18})\\}");

    public Lost {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("what is lost begins at a place and ends above it");
        }
    }

    /** What an entry says is lost; empty if it is no BREAK. */
    public static Optional<Lost> in(byte[] entry) {
        Matcher text = BREAK.matcher(new String(entry, StandardCharsets.UTF_8));
        return text.find()
                ? Optional.of(new Lost(Long.parseLong(text.group(1)), Long.parseLong(text.group(2))))
                : Optional.empty();
    }

    /** Whether a head of this size ended among the places that are lost, so that the tree of now need not extend it. */
    public boolean covers(long size) {
        return size > from && size <= to;
    }
}
