package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** A household. Random, so that it says nothing about what it names. */
public record HouseholdId(UUID value) {
    public HouseholdId {
        Objects.requireNonNull(value, "HouseholdId");
    }

    /** A fresh id from the given source. */
    public static HouseholdId random(RandomSource random) {
        return new HouseholdId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static HouseholdId of(String text) {
        return new HouseholdId(Checks.uuid(text, "HouseholdId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
