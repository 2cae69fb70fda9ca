package uk.mashhub.match;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * Says which of the people the hub knows a record is of. The rules are in {@link Ground}. The answer does not depend on
 * the order of the candidates, and a field that is missing never makes two records more alike.
 *
 * <p>A person under a statute of adoption, gender recognition or witness protection is never certain or possible: such a
 * person is named to a unit only, and everything else in the result is as if the hub did not know that person (law 5).
 *
 * <p>Safe for use by several threads.
 */
public final class Matcher {
    private final boolean weighs;

    /** By the rules alone. */
    public Matcher() {
        this(false);
    }

    private Matcher(boolean weighs) {
        this.weighs = weighs;
    }

    /**
     * One that also weighs. The weights put before a person those of whom no rule speaks and of whom so much agrees that
     * a batch would link them, and say in which order a person looks. Who is certain, and who is surely somebody else, the
     * rules alone say.
     */
    public static Matcher weighing() {
        return new Matcher(true);
    }

    /** Compares a record that no statute restricts. */
    public MatchResult match(PersonDetails incoming, List<Candidate> candidates) {
        return match(incoming, Set.of(), candidates);
    }

    /**
     * Compares a record.
     *
     * @param statutes on the incoming record itself; one that keeps people apart restricts every likeness found
     */
    public MatchResult match(PersonDetails incoming, Set<StatuteFlag> statutes, List<Candidate> candidates) {
        Objects.requireNonNull(incoming, "incoming");
        Set<Reviewer> own = Statutes.units(statutes);
        Map<PersonId, Set<Reviewer>> units = units(own, candidates);
        List<Judgement> all = judgements(incoming, candidates);
        List<Judgement> open =
                settled(all.stream().filter(j -> units(units, j).isEmpty()).toList());
        return new MatchResult(
                likenesses(open, false),
                likenesses(open, true),
                all.stream()
                        .filter(j -> !units(units, j).isEmpty() && j.band() != Band.DEFINITE_NO)
                        .map(j -> new Restricted(j.id(), units(units, j)))
                        .sorted(Comparator.comparing(r -> r.id().value()))
                        .toList());
    }

    /** Who must look at a person under these statutes instead of whoever else settles links; empty if nobody need. */
    public static Set<Reviewer> units(Set<StatuteFlag> statutes) {
        return Statutes.units(statutes);
    }

    private static Set<Reviewer> units(Map<PersonId, Set<Reviewer>> units, Judgement judgement) {
        return units.getOrDefault(judgement.id(), Set.of());
    }

    /** A statute on one record of a person holds for the person. */
    private static Map<PersonId, Set<Reviewer>> units(Set<Reviewer> own, List<Candidate> candidates) {
        return candidates.stream()
                .collect(Collectors.toMap(Candidate::id, c -> both(own, Statutes.units(c.statutes())), Matcher::both));
    }

    private static Set<Reviewer> both(Set<Reviewer> a, Set<Reviewer> b) {
        return java.util.stream.Stream.of(a, b).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private List<Judgement> judgements(PersonDetails incoming, List<Candidate> candidates) {
        Evidence.Side side = Evidence.Side.of(incoming);
        Optional<Profile> profile = weighs ? Optional.of(PairExplanation.profile(incoming)) : Optional.empty();
        Map<PersonId, List<Judgement>> byPerson = candidates.stream()
                .flatMap(c -> judgement(side, profile, c).stream())
                .collect(Collectors.groupingBy(Judgement::id));
        return byPerson.values().stream().map(Judgement::together).toList();
    }

    /** @param profile the incoming record, where it is weighed too */
    private static Optional<Judgement> judgement(
            Evidence.Side incoming, Optional<Profile> profile, Candidate candidate) {
        Evidence evidence = Evidence.of(incoming, Evidence.Side.of(candidate.details()));
        Optional<Judgement> ruled = Judgement.of(candidate.id(), evidence);
        if (profile.isEmpty() || ruled.filter(j -> j.band() == Band.DEFINITE_NO).isPresent()) {
            return ruled;
        }
        // Without statutes: whom one keeps apart is named to a unit, and what protects them must still travel.
        PairExplanation weighed = PairExplanation.of(profile.get(), candidate.details());
        return ruled.isPresent()
                ? ruled.map(j -> j.with(weighed.weight()))
                : Optional.of(weighed)
                        .filter(PairExplanation::worthALook)
                        .map(w -> Judgement.weighed(candidate.id(), evidence, w.weight()));
    }

    /** Leaves one person certain: the nearest, if no other is as near. The others are for somebody to look at. */
    private static List<Judgement> settled(List<Judgement> open) {
        List<Judgement> certain = open.stream()
                .filter(Judgement::certain)
                .sorted(Judgement.NEAREST)
                .toList();
        boolean alone = certain.size() == 1
                || certain.size() > 1
                        && certain.get(0).ground() != certain.get(1).ground();
        return open.stream()
                .map(j -> alone && j.id().equals(certain.get(0).id())
                        ? j
                        : j.doubted("another person is as near or nearer"))
                .sorted(Judgement.NEAREST)
                .toList();
    }

    private static List<Likeness> likenesses(List<Judgement> settled, boolean ruledOut) {
        return settled.stream()
                .filter(j -> ruledOut == (j.band() == Band.DEFINITE_NO))
                .map(Judgement::likeness)
                .toList();
    }
}
