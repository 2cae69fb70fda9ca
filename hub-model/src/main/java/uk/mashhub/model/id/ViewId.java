package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** What one audience may see of one enquiry. Random, so that it says nothing about what it names. */
public record ViewId(UUID value) {
    public ViewId {
        Objects.requireNonNull(value, "ViewId");
    }

    /** A fresh id from the given source. */
    public static ViewId random(RandomSource random) {
        return new ViewId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static ViewId of(String text) {
        return new ViewId(Checks.uuid(text, "ViewId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
