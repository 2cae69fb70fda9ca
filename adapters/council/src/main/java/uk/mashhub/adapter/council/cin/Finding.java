package uk.mashhub.adapter.council.cin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Sex;

/** What the census holds about one person who was asked about. */
record Finding(List<ContactPerson> people, List<SourceItem> items, List<UnknownTerm> unknownTerms) {
    static Finding of(List<CinChild> found, AskedPerson asked, CinCensus census, SourceId source) {
        return switch (found.size()) {
            case 0 -> new Finding(List.of(), List.of(), List.of());
            case 1 -> one(found.get(0), asked, census, source);
            default -> several(found.get(0), asked, census);
        };
    }

    private static Finding one(CinChild child, AskedPerson asked, CinCensus census, SourceId source) {
        List<PersonIdentifier> numbers = new ArrayList<>();
        child.upn().ifPresent(numbers::add);
        if (!child.localNumber().isEmpty()) {
            numbers.add(new LocalId(source, child.localNumber()));
        }
        // The matcher of the hub compares these with what it knows; a number alone does not make it the same child.
        PersonDetails details =
                new PersonDetails(List.of(), child.birthDate(), child.sex(), numbers, List.of(), List.of());
        return new Finding(
                List.of(new ContactPerson(asked.key(), Set.of(), details, List.of())),
                ChildItems.of(child, census, asked.key()),
                child.unknownTerms());
    }

    /** Nothing of any of them is told: whoever reads would take one child's plan for another's. A person has to look. */
    private static Finding several(CinChild first, AskedPerson asked, CinCensus census) {
        PersonDetails nothing =
                new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, asked.identifiers(), List.of(), List.of());
        SourceItem item = new CinItem(new RecordIds(first).of("several", Optional.empty()), DataClass.UNKNOWN)
                .field(
                        FieldKind.STATUS,
                        "Census record",
                        "several children of the census have a number of this person: the council must say which")
                .item(asked.key(), census.writtenAt());
        return new Finding(
                List.of(new ContactPerson(asked.key(), Set.of(), nothing, List.of())), List.of(item), List.of());
    }

    @Override
    public String toString() {
        return "Finding[" + items.size() + " items]";
    }
}
