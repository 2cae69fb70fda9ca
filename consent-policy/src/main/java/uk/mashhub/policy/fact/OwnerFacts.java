package uk.mashhub.policy.fact;

import uk.mashhub.model.item.Item;

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
                Attribute.AGREEMENT_OR_OVERRIDE,
                (s, i) -> s.agreement().allAgree(SubjectFacts.people(i)) || overridden(s, i));
        book.put(Attribute.OVERRIDE_COVERS_OWNER, OwnerFacts::overridden);
        book.put(
                Attribute.SUBJECT_OBJECTS,
                (s, i) -> SubjectFacts.people(i).stream().anyMatch(s.agreement()::objects));
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
