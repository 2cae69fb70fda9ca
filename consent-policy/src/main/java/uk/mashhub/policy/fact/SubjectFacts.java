package uk.mashhub.policy.fact;

import java.time.LocalDate;
import java.util.List;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Facts about the people whom an item is about, and about what it holds. */
final class SubjectFacts {
    private static final int ADULT_FOR_SEXUAL_ACTIVITY_RULE = 13;
    private final ItemFacts.Entry book;

    SubjectFacts(ItemFacts.Entry book) {
        this.book = book;
    }

    void enter() {
        book.put(Attribute.SUBJECT_SAFE_ADDRESSED, SubjectFacts::safeAddressed);
        book.put(
                Attribute.SUBJECT_PDS_RESTRICTED,
                (s, i) -> people(i).stream().anyMatch(p -> s.safety().restricted(p)));
        book.put(Attribute.SUBJECT_PROTECTED_PERSON, (s, i) -> anyFlagged(s, i, SafetyFlag.PROTECTED_PERSON));
        book.put(Attribute.SUBJECT_LIMITED_ACCESS, (s, i) -> anyFlagged(s, i, SafetyFlag.LIMITED_ACCESS));
        // The one flag that opens something to a reader: what only may be the person's must not (ruling 10).
        book.put(
                Attribute.SUBJECT_RISK_TO_STAFF,
                (s, i) -> people(i).stream().anyMatch(p -> s.safety().flaggedForSure(p, SafetyFlag.RISK_TO_STAFF)));
        book.put(
                Attribute.SUBJECT_NOT_IN_ENQUIRY,
                (s, i) -> people(i).stream().anyMatch(p -> s.person(p).isEmpty()));
        book.put(Attribute.READER_ACTS_FOR_SUBJECT, SubjectFacts::actsForSubject);
        book.put(
                Attribute.ABOUT_THIS_CHILD,
                (s, i) -> people(i).stream().anyMatch(p -> hasRole(s, p, SubjectRole.INDEX_CHILD)));
        book.put(
                Attribute.ABOUT_PERSPECTIVE_ONLY,
                (s, i) -> !i.subjects().isEmpty() && people(i).stream().allMatch(s.perspective()::equals));
        book.put(
                Attribute.ABOUT_OWN_SIDE_ONLY,
                (s, i) -> !i.subjects().isEmpty() && people(i).stream().allMatch(s.safety()::ownSide));
        book.put(Attribute.RELEVANT_AND_RECENT, SubjectFacts::relevantAndRecent);
        book.put(Attribute.UNDER_13_SEXUAL, SubjectFacts::under13Sexual);
        book.put(Attribute.HAS_FREE_TEXT, SubjectFacts::freeText);
        book.put(Attribute.HAS_ADDRESS, (s, i) -> has(i, FieldKind.ADDRESS) || has(i, FieldKind.POSTCODE));
        book.put(Attribute.HAS_UNKNOWN_FIELD, (s, i) -> has(i, FieldKind.UNKNOWN));
        book.put(Attribute.HAS_SOURCE_DETAIL, (s, i) -> has(i, FieldKind.SOURCE_DETAIL));
    }

    static List<PersonId> people(Item item) {
        return item.subjects().stream().map(u -> u.person()).toList();
    }

    private static boolean safeAddressed(Scene scene, Item item) {
        return item.subjects().isEmpty()
                || people(item).stream().anyMatch(p -> scene.safety().hides(p));
    }

    private static boolean anyFlagged(Scene scene, Item item, SafetyFlag flag) {
        return people(item).stream().anyMatch(p -> scene.safety().flagged(p, flag));
    }

    private static boolean hasRole(Scene scene, PersonId person, SubjectRole role) {
        return scene.person(person).map(p -> p.roles().contains(role)).orElse(false);
    }

    /** Whose packet it is counts for those who are there for one person; everybody else for whom they act always does. */
    private static boolean actsForSubject(Scene scene, Item item) {
        Role role = scene.audience().role();
        boolean forPerspective = role == Role.CASE_WORKER || role == Role.FAMILY_MEMBER;
        return people(item).stream()
                .anyMatch(p -> (forPerspective && p.equals(scene.perspective()))
                        || scene.actsFor().people().contains(p));
    }

    private static boolean relevantAndRecent(Scene scene, Item item) {
        boolean relevant = people(item).stream()
                .flatMap(p -> scene.person(p).stream())
                .anyMatch(p -> PersonStanding.of(p.roles()) != PersonStanding.BYSTANDER);
        return relevant && scene.windows().recent(item.labels().dataClass(), item.when(), scene.today());
    }

    private static boolean under13Sexual(Scene scene, Item item) {
        if (item.labels().dataClass() != DataClass.SEXUAL_REPRODUCTIVE_HEALTH) {
            return false;
        }
        LocalDate then = item.when().from().or(item.when()::to).orElse(scene.today());
        return people(item).stream()
                .flatMap(p -> scene.person(p).stream())
                .filter(p -> PersonStanding.of(p.roles()) == PersonStanding.CHILD)
                .anyMatch(p -> under13(p, then));
    }

    private static boolean under13(PacketPerson child, LocalDate then) {
        return child.details()
                .birthDate()
                .map(b -> then.isBefore(b.date().plusYears(ADULT_FOR_SEXUAL_ACTIVITY_RULE)))
                .orElse(true);
    }

    private static boolean has(Item item, FieldKind kind) {
        return item.fields().stream().anyMatch(f -> f.kind() == kind);
    }

    private static boolean freeText(Scene scene, Item item) {
        return !item.attachments().isEmpty()
                || item.fields().stream().anyMatch(f -> f.kind().freeText());
    }
}
