package uk.mashhub.adapter.health;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.NhsNumber;

/**
 * Asks about each person by a verified NHS number and by nothing else. Whoever has none, or several, is not traced: a
 * search by name and postcode never finds a restricted patient, so 'not found' would say that a child in hiding does not
 * exist (domain notes, case 15).
 */
final class AskByNumber {
    private static final String NOT_TRACED = "needs a verified NHS number; not traced";

    /** What was found of one person; nothing at all means that the source holds no record. */
    record Found(List<ContactPerson> people, List<SourceItem> items, List<UnknownTerm> unknownTerms) {
        Found {
            people = List.copyOf(people);
            items = List.copyOf(items);
            unknownTerms = List.copyOf(unknownTerms);
        }

        static Found nothing() {
            return new Found(List.of(), List.of(), List.of());
        }

        boolean isEmpty() {
            return people.isEmpty() && items.isEmpty();
        }
    }

    /** One look-up. */
    @FunctionalInterface
    interface LookUp {
        Found of(AskedPerson person, NhsNumber number) throws SourceUnavailable;
    }

    private AskByNumber() {}

    /**
     * Asks about everybody. REFUSED if nothing was found and somebody was not traced: then 'no record' would not be true.
     */
    static Answer ask(Question question, LookUp lookUp) throws SourceUnavailable {
        List<ContactPerson> people = new ArrayList<>();
        List<SourceItem> items = new ArrayList<>();
        List<UnknownTerm> terms = new ArrayList<>();
        boolean found = false;
        int index = 0;
        for (AskedPerson person : question.people()) {
            String place = "people[" + index++ + "]";
            List<NhsNumber> numbers = numbers(person);
            if (numbers.size() != 1) {
                terms.add(new UnknownTerm(place, NOT_TRACED));
                continue;
            }
            Found one = lookUp.of(person, numbers.get(0));
            found |= !one.isEmpty();
            people.addAll(one.people());
            items.addAll(one.items());
            terms.addAll(one.unknownTerms());
        }
        if (!found) {
            boolean untraced = terms.stream().anyMatch(t -> t.original().equals(NOT_TRACED));
            return untraced
                    ? Answer.without(question, Answer.Kind.REFUSED, NOT_TRACED)
                    : Answer.without(question, Answer.Kind.NO_RECORD, "");
        }
        return new Answer(
                question.token(),
                question.source(),
                Answer.Kind.ANSWERED,
                "",
                people,
                List.of(),
                List.of(),
                items,
                terms);
    }

    private static List<NhsNumber> numbers(AskedPerson person) {
        return person.identifiers().stream()
                .filter(NhsNumber.class::isInstance)
                .map(NhsNumber.class::cast)
                .distinct()
                .toList();
    }
}
