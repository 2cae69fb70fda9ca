package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** Something a person did in the hub. Random, so that it says nothing about what it names. */
public record ActId(UUID value) {
    public ActId {
        Objects.requireNonNull(value, "ActId");
    }

    /** A fresh id from the given source. */
    public static ActId random(RandomSource random) {
        return new ActId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static ActId of(String text) {
        return new ActId(Checks.uuid(text, "ActId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
