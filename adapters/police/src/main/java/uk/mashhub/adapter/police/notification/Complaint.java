package uk.mashhub.adapter.police.notification;

import java.util.Map;
import java.util.Optional;

/**
 * Puts the schema validator's complaint into plain words. Its own message repeats the value it complains of, so only the
 * name of the constraint (XML Schema 1.0 Part 1, appendix C) is taken from it.
 */
final class Complaint {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("cvc-complex-type.2.4.a", "an element stands here that the schema does not expect here"),
            Map.entry("cvc-complex-type.2.4.b", "an element that the schema requires is missing"),
            Map.entry("cvc-complex-type.2.4.d", "an element stands here that the schema does not expect here"),
            Map.entry("cvc-complex-type.2.3", "text stands here where only elements may"),
            Map.entry("cvc-complex-type.3.2.2", "an attribute stands here that the schema does not know"),
            Map.entry("cvc-complex-type.4", "an attribute that the schema requires is missing"),
            Map.entry("cvc-datatype-valid.1.2.1", "the value is not of the kind that the schema asks for"),
            Map.entry("cvc-datatype-valid.1.2.3", "the value is not of the kind that the schema asks for"),
            Map.entry("cvc-pattern-valid", "the value is not of the form that the schema asks for"),
            Map.entry("cvc-maxLength-valid", "the value is too long"),
            Map.entry("cvc-minLength-valid", "the value is empty or too short"),
            Map.entry("cvc-maxInclusive-valid", "the number is too large"),
            Map.entry("cvc-minInclusive-valid", "the number is too small"),
            Map.entry("cvc-type.3.1.3", "the value is not of the kind that the schema asks for"),
            Map.entry("cvc-attribute.3", "the value of an attribute is not of the kind that the schema asks for"),
            Map.entry("cvc-identity-constraint.4.3", "a person is named here who is not among the people"),
            Map.entry("cvc-identity-constraint.4.2.2", "two people have the same id"),
            Map.entry("cvc-identity-constraint.4.1", "two records have the same id"));
    private static final String OTHERWISE = "not as the schema says";

    private Complaint() {}

    static String words(Optional<String> message) {
        return message.flatMap(m -> {
                    int colon = m.indexOf(':');
                    return Optional.ofNullable(colon < 0 ? null : WORDS.get(m.substring(0, colon)));
                })
                .orElse(OTHERWISE);
    }
}
