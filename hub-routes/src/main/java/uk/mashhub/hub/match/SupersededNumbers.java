package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.PersonStore.LinkState;
import uk.mashhub.match.BlockingKey;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Likeness;
import uk.mashhub.match.MatchResult;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;

/**
 * NHS numbers that were superseded. A source that tells of a person with the number by which it was asked and another one
 * beside it says that both are of that person: from then on the person is found under either. Nobody is joined by it: who is
 * found under the new number waits for somebody to settle it.
 */
public final class SupersededNumbers {
    private final PersonRecords persons;
    private final BlockingKeys keys;
    private final Matcher matcher;
    private final RandomSource random;

    public SupersededNumbers(PersonRecords persons, BlockingKeys keys, Matcher matcher, RandomSource random) {
        this.persons = persons;
        this.keys = keys;
        this.matcher = matcher;
        this.random = random;
    }

    /**
     * Takes in what a source told of people of whom the hub is certain.
     *
     * @return who may be them besides, under a number that is new to the hub
     */
    public List<EnquiryFact.Waiting> follow(Map<PersonId, PersonDetails> told) {
        List<EnquiryFact.Waiting> found = new ArrayList<>();
        told.forEach((id, details) -> merged(id, details).ifPresent(m -> found.addAll(rekey(id, m))));
        return found;
    }

    /** What is known of a person, with the numbers that are new; empty if there is none. */
    private Optional<PersonDetails> merged(PersonId id, PersonDetails told) {
        return Optional.ofNullable(persons.details(Set.of(id)).get(id))
                .filter(known -> told.identifiers().stream()
                        .anyMatch(i ->
                                i instanceof NhsNumber && known.identifiers().contains(i)))
                .flatMap(known -> {
                    List<PersonIdentifier> all = new ArrayList<>(known.identifiers());
                    told.identifiers().stream()
                            .filter(NhsNumber.class::isInstance)
                            .filter(i -> !all.contains(i))
                            .forEach(all::add);
                    return all.size() == known.identifiers().size()
                            ? Optional.empty()
                            : Optional.of(new PersonDetails(
                                    known.names(),
                                    known.birthDate(),
                                    known.sex(),
                                    all,
                                    known.addresses(),
                                    known.telephones()));
                });
    }

    private List<EnquiryFact.Waiting> rekey(PersonId id, PersonDetails details) {
        Set<BlockingKey> block = keys.of(details);
        Set<PersonId> known = new HashSet<>(persons.linked(id));
        known.add(id);
        List<Candidate> others = persons.candidates(block).people().stream()
                .filter(c -> !known.contains(c.id()))
                .toList();
        persons.add(id, details, block);
        MatchResult result = matcher.match(details, persons.statutes(id), others);
        result.restricted().forEach(r -> persons.link(id, r.id(), LinkState.POSSIBLE));
        List<EnquiryFact.Waiting> waiting = new ArrayList<>();
        for (Likeness likeness : result.all()) {
            persons.link(id, likeness.id(), LinkState.POSSIBLE);
            waiting.add(new EnquiryFact.Waiting(
                    LinkId.random(random), id, likeness.id(), likeness.why().words(), likeness.weight()));
        }
        return waiting;
    }
}
