package uk.mashhub.match;

import java.util.Comparator;
import java.util.List;

/**
 * How the names of two records compare.
 *
 * @param reordered all words of the two names agree, though not field by field
 */
record NameEvidence(Level given, Level family, boolean reordered) {
    static final NameEvidence NONE = new NameEvidence(Level.MISSING, Level.MISSING, false);

    /**
     * Pairs in which both parts are given come before others, so that a conflict is not missed. The order is total, so
     * that the order in which a record lists its names does not matter.
     */
    private static final Comparator<NameEvidence> NEAREST = Comparator.comparingInt(NameEvidence::distance)
            .thenComparing(NameEvidence::given)
            .thenComparing(NameEvidence::family);

    /** The nearest of all pairs of names; {@link #NONE} where a record has no name. */
    static NameEvidence nearest(List<NameForm> a, List<NameForm> b) {
        return a.stream()
                .flatMap(x -> b.stream().map(y -> of(x, y)))
                .min(NEAREST)
                .orElse(NONE);
    }

    static NameEvidence of(NameForm a, NameForm b) {
        Level given = NameParts.forenames(a, b);
        Level family = NameParts.surnames(a, b);
        List<String> words = a.sortedWords();
        boolean sameWords = words.size() > 1 && words.equals(b.sortedWords());
        return new NameEvidence(given, family, sameWords && !(given == Level.EXACT && family == Level.EXACT));
    }

    /** Whole name agrees to the letter. */
    boolean full() {
        return given == Level.EXACT && family == Level.EXACT;
    }

    /** Both parts agree, if in a shorter form. */
    boolean whole() {
        return given.agrees() && family.agrees();
    }

    /** At least one part agrees and no part speaks against it. */
    boolean inPart() {
        return (given.agrees() || family.agrees()) && !contradicts();
    }

    boolean contradicts() {
        return given.contradicts() || family.contradicts();
    }

    private int distance() {
        if (given == Level.MISSING && family == Level.MISSING) {
            return 100;
        }
        boolean missing = given == Level.MISSING || family == Level.MISSING;
        int steps = 2 * (given.ordinal() + family.ordinal()) + (reordered ? -10 : 0);
        boolean neither = !given.like() && !family.like() && !reordered;
        return steps + (missing ? 20 : 0) + (neither ? 40 : 0);
    }
}
