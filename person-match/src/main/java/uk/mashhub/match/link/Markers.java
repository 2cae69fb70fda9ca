package uk.mashhub.match.link;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.match.link.Marker.Kind;

/**
 * The decisions that hold in one scope: of two on the same pair the later one; at the same instant, the one that keeps
 * apart. A link that would bring together what somebody has kept apart does not hold either, until a person settles it.
 */
public final class Markers {
    public static final Markers NONE = new Markers(List.of());

    private final Map<Pair, Marker> latest = new HashMap<>();

    private Markers(Collection<Marker> markers) {
        markers.stream()
                .sorted(Comparator.comparing(Marker::decidedAt).thenComparing(Marker::kind))
                .forEach(m -> latest.put(Pair.of(m.left(), m.right()), m));
    }

    /**
     * The markers that hold.
     *
     * @param scope the enquiry that is being linked; a marker of another one is left out
     */
    public static Markers of(Collection<Marker> markers, String scope) {
        return new Markers(markers.stream()
                .filter(m -> m.scope().isEmpty() || m.scope().equals(scope))
                .toList());
    }

    /** What was decided of two records, if anything. */
    Optional<Kind> on(String a, String b) {
        return latest.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(latest.get(Pair.of(a, b))).map(Marker::kind);
    }

    /** Pairs that somebody has linked, in a fixed order. */
    List<Marker> links() {
        return latest.values().stream()
                .filter(m -> m.kind() == Kind.LINK)
                .sorted(Comparator.comparing(Marker::left).thenComparing(Marker::right))
                .toList();
    }

    private record Pair(Set<String> both) {
        static Pair of(String a, String b) {
            return new Pair(new HashSet<>(List.of(a, b)));
        }
    }
}
