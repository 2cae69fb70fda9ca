package uk.mashhub.hub.match;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import uk.mashhub.hub.storage.PersonStore.LinkState;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Enrolment;
import uk.mashhub.match.MatchResult;
import uk.mashhub.match.Matcher;
import uk.mashhub.match.PersonIndex;
import uk.mashhub.model.id.PersonId;
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

    /** Enters somebody new. */
    void enter(PersonId id, PersonDetails details, List<PersonFlag> flags, Set<StatuteFlag> statutes, LinksMade made) {
        MatchResult result = enrolment.enter(id, details, PersonRecords.statutes(flags, statutes));
        persons.flag(id, flags);
        link(id, result, made);
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
        PersonIndex.Found under = persons.candidates(keys.of(numbers(details)));
        persons.add(id, details, keys.of(details));
        List<Candidate> others =
                under.people().stream().filter(c -> !one.contains(c.id())).toList();
        link(id, matcher.match(details, persons.statutes(id), others), made);
        return true;
    }

    private static PersonDetails numbers(PersonDetails details) {
        List<PersonIdentifier> current = details.identifiers().stream()
                .filter(NhsNumber.class::isInstance)
                .toList();
        return new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, current, List.of(), List.of());
    }

    private void link(PersonId id, MatchResult result, LinksMade made) {
        result.restricted().forEach(r -> {
            persons.link(id, r.id(), LinkState.POSSIBLE);
            made.kept(id, r.id());
        });
        result.all().forEach(likeness -> {
            persons.link(id, likeness.id(), LinkState.POSSIBLE);
            made.found(id, likeness);
        });
    }
}
