package uk.mashhub.policy.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.policy.agreement.Node;

/** Words of a case: days, names of what stands elsewhere in it, terms of a vocabulary. Each complains with file and line. */
final class Terms {
    private static final String NAME = "[a-z0-9][a-z0-9' -]{0,38}[a-z0-9]";

    private Terms() {}

    static LocalDate day(Node node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.problems().fault(node, "a day such as 2026-11-20 is wanted");
        }
    }

    /** A day, or {@code unknown}. */
    static Optional<LocalDate> dayIfKnown(Node node) {
        return node.isText() && node.text().equals("unknown") ? Optional.empty() : Optional.of(day(node));
    }

    static boolean yes(Node node) {
        List<String> words = List.of("yes", "no");
        if (!words.contains(node.text())) {
            throw node.problems().unknown(node, "word", node.text(), words);
        }
        return node.text().equals("yes");
    }

    /** The name by which the rest of a case speaks of something: lower case, so that no vocabulary is mistaken for it. */
    static String name(Node node) {
        if (!node.text().matches(NAME)) {
            throw node.problems()
                    .fault(node, "a name has 2 to 40 lower-case letters, digits, spaces, apostrophes and hyphens");
        }
        return node.text();
    }

    /** What has that name. */
    static <T> T named(Node node, String kind, Map<String, T> known) {
        T found = known.get(node.text());
        if (found == null) {
            throw node.problems().unknown(node, kind, node.text(), known.keySet());
        }
        return found;
    }

    static <E extends Enum<E>> Set<E> all(Optional<Node> list, Class<E> vocabulary, String kind) {
        Set<E> found = EnumSet.noneOf(vocabulary);
        list.ifPresent(l -> l.list().forEach(n -> found.add(n.one(vocabulary, kind))));
        return found;
    }

    static <E extends Enum<E>> E one(Optional<Node> node, Class<E> vocabulary, String kind, E otherwise) {
        return node.map(n -> n.one(vocabulary, kind)).orElse(otherwise);
    }

    static String text(Optional<Node> node, String otherwise) {
        return node.map(Node::text).orElse(otherwise);
    }

    static List<String> texts(Optional<Node> list) {
        return list.map(l -> l.list().stream().map(Node::text).toList()).orElse(List.of());
    }
}
