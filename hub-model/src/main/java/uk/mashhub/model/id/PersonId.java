package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** A person as the hub knows them, across agencies. Random, so that it says nothing about what it names. */
public record PersonId(UUID value) {
    public PersonId {
        Objects.requireNonNull(value, "PersonId");
    }

    /** A fresh id from the given source. */
    public static PersonId random(RandomSource random) {
        return new PersonId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static PersonId of(String text) {
        return new PersonId(Checks.uuid(text, "PersonId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
