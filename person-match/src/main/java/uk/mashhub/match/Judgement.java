package uk.mashhub.match;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.model.id.PersonId;

/**
 * What is said of one person, before it is known who else there is.
 *
 * @param ground place of the rule that speaks among the rules; {@link #NO_RULE} where none does
 * @param weight beside the rules, if the matcher weighs
 */
record Judgement(PersonId id, int ground, Band band, Explanation why, Optional<Weight> weight) {
    /** After all rules. */
    static final int NO_RULE = Ground.values().length;

    /**
     * The nearest first: who is certain by rule, whom a person looks at by weight, then by rule. Then by id, so that the
     * order of the candidates does not matter.
     */
    static final Comparator<Judgement> NEAREST = Comparator.comparing(Judgement::band)
            .thenComparing(j -> j.certain() ? j.ground() : 0)
            .thenComparing(j -> -j.weight().map(Weight::bits).orElse(0.0))
            .thenComparing(Judgement::ground)
            .thenComparing(j -> j.id().value());

    static Optional<Judgement> of(PersonId id, Evidence evidence) {
        return Ground.of(evidence)
                .map(g -> new Judgement(id, g.ordinal(), g.band(), words(g.words(), evidence), Optional.empty()));
    }

    /** No rule speaks, and the weights say that a person should look. */
    static Judgement weighed(PersonId id, Evidence evidence, Weight weight) {
        String words = "no rule speaks, but what agrees far outweighs what does not";
        return new Judgement(id, NO_RULE, Band.POSSIBLE, words(words, evidence), Optional.of(weight));
    }

    Judgement with(Weight weighed) {
        return new Judgement(id, ground, band, why, Optional.of(weighed));
    }

    /**
     * One judgement from those on several records of one person: the nearest, but never certain where another record of
     * that person rules it out.
     */
    static Judgement together(List<Judgement> ofOnePerson) {
        Judgement nearest = ofOnePerson.stream()
                .min(NEAREST.thenComparing(j -> String.join("|", j.why().words())))
                .orElseThrow();
        boolean ruledOut = ofOnePerson.stream().anyMatch(j -> j.band() == Band.DEFINITE_NO);
        return ruledOut ? nearest.doubted("another record of this person is of somebody else") : nearest;
    }

    boolean certain() {
        return band == Band.CERTAIN;
    }

    /** The same, for a person to look at. */
    Judgement doubted(String because) {
        return certain() ? new Judgement(id, ground, Band.POSSIBLE, why.and(because), weight) : this;
    }

    Likeness likeness() {
        return new Likeness(id, band, why, weight);
    }

    private static Explanation words(String ground, Evidence evidence) {
        return new Explanation(
                Stream.concat(Stream.of(ground), evidence.words().stream()).toList());
    }
}
