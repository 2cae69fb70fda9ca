package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** A member of staff who signs in; named in the identity provider only. Random, so that it says nothing about what it names. */
public record UserId(UUID value) {
    public UserId {
        Objects.requireNonNull(value, "UserId");
    }

    /** A fresh id from the given source. */
    public static UserId random(RandomSource random) {
        return new UserId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static UserId of(String text) {
        return new UserId(Checks.uuid(text, "UserId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
