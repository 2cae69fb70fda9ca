package uk.mashhub.match.link;

import java.util.List;
import uk.mashhub.match.link.Marker.Kind;
import uk.mashhub.match.weight.Comparison;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.match.weight.Weigher;

/** What is to be said of two records: first by people, then by the guards, then by the weights. */
final class Judge {
    /** Never together. */
    static final double NO = Double.NEGATIVE_INFINITY;

    /** Together because a person said so. */
    static final double YES = Double.POSITIVE_INFINITY;

    /** No single pair counts for more than this in a cluster, nor against it. */
    private static final double MOST = 25;

    private static final double LEAST = -15;

    /** How far below a threshold a guard keeps a pair, in bits. */
    private static final double BELOW = 1;

    private final Weigher weigher;
    private final Markers markers;

    Judge(Weigher weigher, Markers markers) {
        this.weigher = weigher;
        this.markers = markers;
    }

    Weigher weigher() {
        return weigher;
    }

    /**
     * The evidence for two records.
     *
     * @param bits by the weights alone
     * @param most what a guard leaves to any group with this pair in it
     */
    record Verdict(double bits, double most) {
        double kept() {
            return Math.min(bits, most);
        }
    }

    /** Evidence in bits, {@link #YES} or {@link #NO}. */
    double bits(Profile a, Profile b) {
        return of(a, b).kept();
    }

    Verdict of(Profile a, Profile b) {
        Kind decided = markers.on(a.id(), b.id()).orElse(null);
        if (decided != null) {
            return decided == Kind.LINK ? new Verdict(YES, YES) : new Verdict(NO, NO);
        }
        Comparison comparison = Comparison.of(a, b);
        double most = Guard.of(a, b, comparison).map(g -> most(g.verdict())).orElse(YES);
        return new Verdict(most == NO ? NO : weigher.weigh(a, b, comparison), most);
    }

    /** The edge between two of some records, by their places. */
    Clusters.Edge edge(List<Profile> records, int a, int b) {
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        Verdict verdict = of(records.get(first), records.get(second));
        return new Clusters.Edge(verdict.bits(), first, second, verdict.most());
    }

    private double most(Guard.Verdict verdict) {
        return switch (verdict) {
            case NO -> NO;
            case UNLIKELY -> weigher.model().review() - BELOW;
            case HOLD -> Math.max(weigher.model().review(), weigher.model().certain() - BELOW);
        };
    }

    /** The same within bounds, so that a sum over many pairs is not one pair's; {@link #NO} stays. */
    static double bounded(double bits) {
        return bits == NO ? NO : Math.max(LEAST, Math.min(MOST, bits));
    }
}
