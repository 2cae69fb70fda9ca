package uk.mashhub.adapter.council.cin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;

/** What the census holds about one person who was asked about. */
record Finding(
        List<ContactPerson> people,
        List<Answer.Candidate> candidates,
        List<SourceItem> items,
        List<UnknownTerm> unknownTerms) {
    static Finding of(List<CinChild> found, AskedPerson asked, CinCensus census, SourceId source) {
        if (found.size() == 1) {
            CinChild child = found.get(0);
            return new Finding(
                    List.of(person(child, asked.key(), source)),
                    List.of(),
                    ChildItems.of(child, census, asked.key()),
                    child.unknownTerms());
        }
        return several(found, asked, census, source);
    }

    /** One number, several children: each is a candidate, or whoever reads would take one child's plan for another's. */
    private static Finding several(List<CinChild> found, AskedPerson asked, CinCensus census, SourceId source) {
        List<ContactPerson> people = new ArrayList<>();
        List<Answer.Candidate> candidates = new ArrayList<>();
        List<SourceItem> items = new ArrayList<>();
        List<UnknownTerm> unknown = new ArrayList<>();
        for (CinChild child : found) {
            PersonKey key = new PersonKey("census/" + census.place(child));
            people.add(person(child, key, source));
            candidates.add(new Answer.Candidate(key, asked.key()));
            items.addAll(ChildItems.of(child, census, key));
            unknown.addAll(child.unknownTerms());
        }
        return new Finding(people, candidates, items, unknown);
    }

    /** The matcher of the hub compares these with what it knows; a number alone does not make it the same child. */
    private static ContactPerson person(CinChild child, PersonKey key, SourceId source) {
        List<PersonIdentifier> numbers = new ArrayList<>();
        child.upn().ifPresent(numbers::add);
        if (!child.localNumber().isEmpty()) {
            numbers.add(new LocalId(source, child.localNumber()));
        }
        PersonDetails details =
                new PersonDetails(List.of(), child.birthDate(), child.sex(), numbers, List.of(), List.of());
        return new ContactPerson(key, Set.of(), details, List.of());
    }

    @Override
    public String toString() {
        return "Finding[" + items.size() + " items]";
    }
}
