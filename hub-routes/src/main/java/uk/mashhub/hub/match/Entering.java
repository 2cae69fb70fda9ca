package uk.mashhub.hub.match;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Enrolment;
import uk.mashhub.match.MatchResult;
import uk.mashhub.match.Matcher;
import uk.mashhub.match.PersonIndex;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * Enters people, and links each to those who may be the same: restrictions travel over every link found; only those that no
 * statute forbids wait on the stewards' lists.
 */
final class Entering {
    private final PersonRecords persons;
    private final BlockingKeys keys;
    private final Matcher matcher;
    private final Enrolment enrolment;

    Entering(PersonRecords persons, BlockingKeys keys, Matcher matcher, IntConsumer crowded) {
        this.persons = persons;
        this.keys = keys;
        this.matcher = matcher;
        this.enrolment = new Enrolment(persons, keys, matcher, crowded);
    }

    /**
     * Enters a record of which it is known already whose it may be. Whoever stands under the same number of the same source is
     * the same record, told in another enquiry: the two may be one, and whether they are, a person says (ruling 33).
     */
    void again(PersonId id, PersonDetails details) {
        PersonDetails own = only(details, LocalId.class);
        List<Candidate> there = persons.candidates(keys.of(own)).people();
        persons.add(id, details, keys.of(details));
        there.stream()
                .filter(c -> !c.id().equals(id))
                .filter(c -> !Collections.disjoint(c.details().identifiers(), own.identifiers()))
                .forEach(c -> persons.linkIfNothingIsSaid(id, c.id()));
    }

    /** Enters somebody, and says of whom nothing is known yet whom else they may be. */
    void enter(PersonId id, PersonDetails details, List<PersonFlag> flags, Set<StatuteFlag> statutes, LinksMade made) {
        boolean known = persons.details(Set.of(id)).containsKey(id);
        MatchResult result = enrolment.enter(id, details, PersonRecords.statutes(flags, statutes));
        persons.flag(id, flags);
        if (!known) {
            link(id, result, made);
        }
    }

    /**
     * Enters somebody under a number that is new. Whoever is known under it already, and is not linked yet, may be the same;
     * that is all that is asked again.
     *
     * @return whether the number was new
     */
    boolean renumber(PersonId id, PersonDetails details, LinksMade made) {
        PersonDetails before = persons.details(Set.of(id)).get(id);
        if (before != null && before.identifiers().containsAll(details.identifiers())) {
            return false;
        }
        Set<PersonId> one = new HashSet<>(persons.linked(id));
        one.add(id);
        PersonIndex.Found under = persons.candidates(keys.of(only(details, NhsNumber.class)));
        persons.add(id, details, keys.of(details));
        List<Candidate> others =
                under.people().stream().filter(c -> !one.contains(c.id())).toList();
        link(id, matcher.match(details, persons.statutes(id), others), made);
        return true;
    }

    private static PersonDetails only(PersonDetails details, Class<? extends PersonIdentifier> scheme) {
        List<PersonIdentifier> numbers =
                details.identifiers().stream().filter(scheme::isInstance).toList();
        return new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, numbers, List.of(), List.of());
    }

    private void link(PersonId id, MatchResult result, LinksMade made) {
        result.restricted().forEach(r -> {
            persons.linkIfNothingIsSaid(id, r.id());
            made.kept(id, r.id());
        });
        result.all().forEach(likeness -> {
            persons.linkIfNothingIsSaid(id, likeness.id());
            made.found(id, likeness);
        });
    }
}
