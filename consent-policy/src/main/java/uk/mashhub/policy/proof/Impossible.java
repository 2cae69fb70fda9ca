package uk.mashhub.policy.proof;

import java.util.List;
import java.util.Objects;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.fact.Attribute;

/**
 * Situations that cannot be, because of how package {@code fact} computes: a proof leaves them out. Few, and each is held
 * against computed facts in the tests; what is not listed here is proved for as if it could happen.
 *
 * @param because why no computed facts lie there
 */
public record Impossible(String because, Box box) {
    /** Every such box. */
    public static final List<Impossible> ALL = List.of(
            of("a field of no known kind counts as free text")
                    .and(Attribute.HAS_UNKNOWN_FIELD, "yes")
                    .and(Attribute.HAS_FREE_TEXT, "no"),
            of("a team is a named reader or it is not")
                    .and(Attribute.NAMED_READER, "yes")
                    .and(Attribute.NOT_A_NAMED_READER, "yes"),
            of("an override does for an agreement")
                    .and(Attribute.OVERRIDE_COVERS_OWNER, "yes")
                    .and(Attribute.AGREEMENT_OR_OVERRIDE, "no"),
            of("whoever objects does not agree")
                    .and(Attribute.AGREEMENT_OR_OVERRIDE, "yes")
                    .and(Attribute.SUBJECT_OBJECTS, "yes")
                    .and(Attribute.OVERRIDE_COVERS_OWNER, "no"),
            of("a protected person is kept from being found")
                    .and(Attribute.SUBJECT_PROTECTED_PERSON, "yes")
                    .and(Attribute.SUBJECT_SAFE_ADDRESSED, "no"),
            of("an enquiry with a protected person among an item's subjects hides somebody")
                    .and(Attribute.SUBJECT_PROTECTED_PERSON, "yes")
                    .and(Attribute.ENQUIRY_HIDES_LOCATION, "no"),
            of("an enquiry with a restricted record hides somebody")
                    .and(Attribute.SUBJECT_PDS_RESTRICTED, "yes")
                    .and(Attribute.ENQUIRY_HIDES_LOCATION, "no"),
            of("a stranger to the enquiry is kept from being found")
                    .and(Attribute.SUBJECT_NOT_IN_ENQUIRY, "yes")
                    .and(Attribute.SUBJECT_SAFE_ADDRESSED, "no"),
            of("an enquiry with a protected person hides somebody")
                    .and(Attribute.PERSON_PROTECTED, "yes")
                    .and(Attribute.ENQUIRY_HIDES_LOCATION, "no"));

    public Impossible {
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(box, "box");
    }

    private static Impossible of(String because) {
        return new Impossible(because, Box.ALL);
    }

    private Impossible and(Attribute attribute, String value) {
        return new Impossible(
                because, box.with(attribute, 1L << attribute.words().indexOf(value)));
    }
}
