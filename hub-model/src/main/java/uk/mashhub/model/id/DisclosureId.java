package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** One disclosure: the name that a view, its log entry and its receipt share. Random, so that it says nothing about what it names. */
public record DisclosureId(UUID value) {
    public DisclosureId {
        Objects.requireNonNull(value, "DisclosureId");
    }

    /** A fresh id from the given source. */
    public static DisclosureId random(RandomSource random) {
        return new DisclosureId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static DisclosureId of(String text) {
        return new DisclosureId(Checks.uuid(text, "DisclosureId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
