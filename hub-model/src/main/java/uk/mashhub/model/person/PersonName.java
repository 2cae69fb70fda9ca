package uk.mashhub.model.person;

import java.util.List;
import java.util.Objects;

/**
 * A name in the source's own order and spelling.
 *
 * @param given forenames in order; may be empty
 * @param family surname; empty if the source has one name only
 * @param use what the name is for
 */
public record PersonName(List<String> given, String family, NameUse use) {
    public PersonName {
        given = List.copyOf(given);
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(use, "use");
        if (given.isEmpty() && family.isBlank()) {
            throw new IllegalArgumentException("a name needs a forename or a surname");
        }
    }

    /** A usual name with one forename. */
    public static PersonName usual(String given, String family) {
        return new PersonName(List.of(given), family, NameUse.USUAL);
    }

    /** Forenames and surname with single spaces between. */
    public String full() {
        return (String.join(" ", given) + " " + family).trim();
    }

    @Override
    public String toString() {
        return "PersonName[" + use + "]";
    }
}
