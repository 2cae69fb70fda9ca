package uk.mashhub.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;

/**
 * Places that the log once had and has no more: what a BREAK entry names, in clear, for every reader of the log (ruling 25).
 *
 * @param from the first place lost
 * @param to the size of the tree that was lost; above {@code from}
 * @param root of that tree, 64 hex digits: sizes alone do not tell one history from another. Empty where nobody knows what was
 *     lost, and in breaks from before roots were named
 * @param earlier smaller heads of what was lost that were known when people accepted it, such as a slow witness's: without its entries
 *     nobody can show later that a head led up to that root
 * @param on the tree that the log goes on from, at whose end the entry stands: in another log it says nothing. Empty in breaks from
 *     before that was named
 */
public record Lost(long from, long to, Optional<String> root, List<Head> earlier, Optional<Head> on) {
    private static final Pattern BREAK =
            Pattern.compile("\"act\":\"BREAK\".*\"lost\":\\{(?:\"earlier\":\\[([^\\]]*)\\],)?\"from\":([0-9]{1,18}),"
                    + "(?:\"on\":(\\{[^}]*\\}),)?(?:\"root\":\"([0-9a-f]{64})\",)?\"to\":([0-9]{1,18})\\}");
    private static final Pattern HEAD = Pattern.compile("\\{\"root\":\"([0-9a-f]{64})\",\"size\":([0-9]{1,18})\\}");

    /**
     * A tree that was lost.
     *
     * @param root 64 hex digits
     */
    public record Head(long size, String root) {
        static Head of(Checkpoint head) {
            return of(head.size(), head.root());
        }

        static Head of(long size, byte[] root) {
            return new Head(size, HexFormat.of().formatHex(root));
        }

        private Map<String, Object> asMember() {
            return Map.of("size", size, "root", root);
        }
    }

    public Lost {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(on, "on");
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("what is lost begins at a place and ends above it");
        }
        earlier = List.copyOf(earlier);
    }

    /** A loss of which no earlier head is known. */
    public Lost(long from, long to, Optional<String> root) {
        this(from, to, root, List.of(), Optional.empty());
    }

    /** What is lost of the tree of a head. */
    static Lost of(long from, Checkpoint head) {
        return new Lost(from, head.size(), Optional.of(Head.of(head).root()));
    }

    /**
     * What a BREAK entry says is lost.
     *
     * @param promise of that entry
     * @return empty if it is no BREAK, or if the log's key did not promise exactly this entry: then anybody may have written it
     */
    public static Optional<Lost> promised(byte[] entry, byte[] promise, NoteKey key) {
        return Promise.verified(promise, new Ed25519Verifier(key.publicKey()))
                .filter(signed -> signed.isFor(entry))
                .flatMap(signed -> in(entry));
    }

    private static Optional<Lost> in(byte[] entry) {
        Matcher text = BREAK.matcher(new String(entry, StandardCharsets.UTF_8));
        return text.find()
                ? Optional.of(new Lost(
                        Long.parseLong(text.group(2)),
                        Long.parseLong(text.group(5)),
                        Optional.ofNullable(text.group(4)),
                        heads(Objects.requireNonNullElse(text.group(1), "")),
                        heads(Objects.requireNonNullElse(text.group(3), "")).stream()
                                .findFirst()))
                : Optional.empty();
    }

    private static List<Head> heads(String members) {
        return HEAD.matcher(members)
                .results()
                .map(head -> new Head(Long.parseLong(head.group(2)), head.group(1)))
                .toList();
    }

    Map<String, Object> asMember() {
        Map<String, Object> member = new TreeMap<>();
        member.put("from", from);
        member.put("to", to);
        root.ifPresent(hex -> member.put("root", hex));
        on.ifPresent(head -> member.put("on", head.asMember()));
        if (!earlier.isEmpty()) {
            member.put("earlier", earlier.stream().map(Head::asMember).toList());
        }
        return member;
    }

    /** This loss with one more of its heads, which is smaller; itself where no root says which history was lost. */
    public Lost with(Checkpoint head) {
        Head one = Head.of(head);
        if (root.isEmpty() || head.size() <= from || head.size() >= to || earlier.contains(one)) {
            return this;
        }
        List<Head> more = new ArrayList<>(earlier);
        more.add(one);
        more.sort(Comparator.comparingLong(Head::size).thenComparing(Head::root));
        return new Lost(from, to, root, more, on);
    }

    /** This loss, told at the end of a tree. */
    public Lost goingOn(Head tree) {
        return new Lost(from, to, root, earlier, Optional.of(tree));
    }

    /** This loss, wherever it is told. */
    public Lost alone() {
        return new Lost(from, to, root, earlier, Optional.empty());
    }

    /**
     * Whether a log may tell of this loss: it stands where it was promised for, and the log does not have what is lost. An entry that
     * was copied from the log that went on into the one that was given up fails this.
     *
     * @param place of the entry; empty while it has none
     * @param tree that log's, up to the entry and up to what was lost as far as it goes
     */
    public boolean belongs(OptionalLong place, PlacedTree tree) throws IOException {
        boolean here = on.isEmpty()
                || place.isPresent() && place.getAsLong() == on.get().size() && tree.is(on.get());
        return here && (root.isEmpty() || !tree.is(new Head(to, root.get())));
    }

    /** Whether this is a head that was lost, which the tree of now need not extend. Without a root its size alone tells. */
    public boolean covers(Checkpoint head) {
        Head one = Head.of(head);
        return root.map(hex -> one.equals(new Head(to, hex)) || earlier.contains(one))
                .orElseGet(() -> head.size() > from && head.size() <= to);
    }

    /** Whether a log that has this break has lost that one with its entry: it went on from before it, or at once. */
    public boolean outdates(Lost before) {
        return from <= before.goneOnFrom() && to > before.from;
    }

    /** How much the log had when it went on: entries that waited meanwhile stand before the break, and so does what it has had since. */
    public long goneOnFrom() {
        return on.map(Head::size).orElse(from);
    }

    /** The loss that a head would stand for if it ended among the places that are lost; empty if it does not. */
    public Optional<Lost> upTo(Checkpoint head) {
        return head.size() > from && head.size() <= to ? Optional.of(of(from, head)) : Optional.empty();
    }
}
