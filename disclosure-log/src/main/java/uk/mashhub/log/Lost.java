package uk.mashhub.log;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.log.note.Checkpoint;

/**
 * Places that the log once had and has no more: what a BREAK entry names, in clear, for every reader of the log (ruling 25).
 *
 * @param from the first place lost
 * @param to the size of the tree that was lost; above {@code from}
 * @param root of that tree, 64 hex digits: sizes alone do not tell one history from another. Empty where nobody knows what was lost
 */
public record Lost(long from, long to, Optional<String> root) {
    private static final Pattern BREAK = Pattern.compile("\"act\":\"BREAK\".*\"lost\":\\{\"from\":([0-9]{1,18}),"
            + "(?:\"root\":\"([0-9a-f]{64})\",)?\"to\":([0-9]{1,18})\\}");

    public Lost {
        Objects.requireNonNull(root, "root");
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("what is lost begins at a place and ends above it");
        }
    }

    /** What is lost of the tree of a head. */
    static Lost of(long from, Checkpoint head) {
        return new Lost(from, head.size(), Optional.of(HexFormat.of().formatHex(head.root())));
    }

    /** What an entry says is lost; empty if it is no BREAK. */
    public static Optional<Lost> in(byte[] entry) {
        Matcher text = BREAK.matcher(new String(entry, StandardCharsets.UTF_8));
        return text.find()
                ? Optional.of(new Lost(
                        Long.parseLong(text.group(1)),
                        Long.parseLong(text.group(3)),
                        Optional.ofNullable(text.group(2))))
                : Optional.empty();
    }

    Map<String, Object> asMember() {
        Map<String, Object> member = new TreeMap<>();
        member.put("from", from);
        member.put("to", to);
        root.ifPresent(hex -> member.put("root", hex));
        return member;
    }

    /** Whether this is the head that was lost, which the tree of now need not extend. */
    public boolean covers(Checkpoint head) {
        return head.size() == to && root.equals(Optional.of(HexFormat.of().formatHex(head.root())));
    }

    /** Whether a log that has this break has lost that one with its entry: it went on from before it, or at once. */
    public boolean outdates(Lost before) {
        return from <= before.from && to > before.from;
    }

    /** The loss that a head would stand for if it ended among the places that are lost; empty if it does not. */
    public Optional<Lost> upTo(Checkpoint head) {
        return head.size() > from && head.size() <= to ? Optional.of(of(from, head)) : Optional.empty();
    }
}
