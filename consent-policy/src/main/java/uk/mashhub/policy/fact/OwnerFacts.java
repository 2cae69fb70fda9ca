package uk.mashhub.policy.fact;

import java.util.Optional;
import java.util.function.Predicate;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.DataClass;

/** Facts about what the owner, the family and the decision maker have said of an item. */
final class OwnerFacts {
    private final ItemFacts.Entry book;

    OwnerFacts(ItemFacts.Entry book) {
        this.book = book;
    }

    void enter() {
        book.put(
                Attribute.READER_OWNS_ITEM,
                (s, i) -> s.audience().agency().equals(i.provenance().owner()));
        book.put(
                Attribute.OWNER_STOPPED,
                (s, i) -> s.packet().stopped(i.provenance().owner()));
        book.put(
                Attribute.AGREEMENT_OR_OVERRIDE,
                (s, i) -> s.agreement().allAgree(SubjectFacts.people(i), kind(i)) || overridden(s, i));
        book.put(Attribute.OVERRIDE_COVERS_OWNER, OwnerFacts::overridden);
        book.put(
                Attribute.SUBJECT_OBJECTS,
                (s, i) -> anybody(i, p -> s.agreement().objects(p, kind(i))));
        book.put(
                Attribute.SUBJECT_AGREEMENT_ENDED,
                (s, i) -> anybody(i, p -> s.agreement().hasEnded(p, kind(i))));
        book.put(
                Attribute.ASKING_WOULD_PREJUDICE,
                (s, i) -> notSought(s, i, NotSoughtReason.WOULD_PREJUDICE_PROTECTION));
        book.put(Attribute.CONSENT_CANNOT_BE_GIVEN, (s, i) -> notSought(s, i, NotSoughtReason.CANNOT_BE_GIVEN));
        book.put(
                Attribute.CONSENT_NOT_OBTAINABLE, (s, i) -> notSought(s, i, NotSoughtReason.NOT_REASONABLY_OBTAINABLE));
        book.put(
                Attribute.RELEASED_TO_AUDIENCE,
                (s, i) -> word(s, i).releasedTo(s.audience().team()));
        book.put(Attribute.HELD, (s, i) -> word(s, i).held());
        book.put(Attribute.RECALLED, (s, i) -> word(s, i).recalled());
        book.put(Attribute.OWNER_WORDING, OwnerFacts::wording);
    }

    private static OwnerWord word(Scene scene, Item item) {
        return scene.ownerWord(item.id());
    }

    private static boolean notSought(Scene scene, Item item, NotSoughtReason because) {
        return anybody(item, p -> scene.agreement().notSought(p, because));
    }

    private static boolean anybody(Item item, Predicate<PersonId> is) {
        return SubjectFacts.people(item).stream().anyMatch(is);
    }

    private static Optional<DataClass> kind(Item item) {
        return Optional.of(item.labels().dataClass());
    }

    private static boolean overridden(Scene scene, Item item) {
        return scene.agreement().overrideCovers(item.provenance().owner());
    }

    /** Words written for the room may say where somebody is: the perpetrator's side gets those released to it only. */
    private static boolean wording(Scene scene, Item item) {
        OwnerWord word = word(scene, item);
        return word.wording(scene.audience().team()).isPresent()
                && (!scene.perpetratorSide()
                        || word.wordingReleasedTo(scene.audience().team()));
    }
}
