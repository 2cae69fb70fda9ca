package uk.mashhub.match;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.mashhub.model.id.PersonId;

/** What one rule says of one person, before it is known who else there is. */
record Judgement(PersonId id, Ground ground, Band band, Explanation why) {

    /** The nearest first; then by id, so that the order of the candidates does not matter. */
    static final Comparator<Judgement> NEAREST = Comparator.comparing(Judgement::band)
            .thenComparing(Judgement::ground)
            .thenComparing(j -> j.id().value());

    static Stream<Judgement> of(PersonId id, Evidence evidence) {
        return Ground.of(evidence).stream().map(g -> new Judgement(id, g, g.band(), words(g, evidence)));
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
        return certain() ? new Judgement(id, ground, Band.POSSIBLE, why.and(because)) : this;
    }

    Likeness likeness() {
        return new Likeness(id, band, why);
    }

    private static Explanation words(Ground ground, Evidence evidence) {
        return new Explanation(Stream.concat(Stream.of(ground.words()), evidence.words().stream())
                .toList());
    }
}
