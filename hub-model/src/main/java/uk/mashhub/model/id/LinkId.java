package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** A decision that records of two people are, or may be, of one person. Random, so that it says nothing about what it names. */
public record LinkId(UUID value) {
    public LinkId {
        Objects.requireNonNull(value, "LinkId");
    }

    /** A fresh id from the given source. */
    public static LinkId random(RandomSource random) {
        return new LinkId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static LinkId of(String text) {
        return new LinkId(Checks.uuid(text, "LinkId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
