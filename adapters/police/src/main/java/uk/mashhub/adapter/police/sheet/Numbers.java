package uk.mashhub.adapter.police.sheet;

import java.util.Optional;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.Crn;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.Upn;

/** Reads the numbers that police hold for people. A number that fails its check is dropped, its person is kept. */
public final class Numbers {
    private Numbers() {}

    /** The number, or nothing and a term. */
    public static Optional<PersonIdentifier> read(
            String scheme, String value, SourceId source, String place, Terms terms) {
        try {
            Optional<PersonIdentifier> number = number(Words.canonical(scheme), value, source);
            if (number.isEmpty()) {
                terms.add(place, scheme);
            }
            return number;
        } catch (IllegalArgumentException e) {
            terms.add(place, value);
            return Optional.empty();
        }
    }

    private static Optional<PersonIdentifier> number(String scheme, String value, SourceId source) {
        return switch (scheme) {
            case "NHS", "NHS_NUMBER" -> Optional.of(new NhsNumber(value));
            case "PNC", "PNC_ID" -> Optional.of(new PncId(value));
            case "UPN" -> Optional.of(new Upn(value));
            case "CRN" -> Optional.of(new Crn(value));
            case "NOMINAL", "NOMINAL_URN", "URN" -> Optional.of(new LocalId(source, value.trim()));
            default -> Optional.empty();
        };
    }
}
