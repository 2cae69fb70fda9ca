package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** One item of information held by one agency. Random, so that it says nothing about what it names. */
public record ItemId(UUID value) {
    public ItemId {
        Objects.requireNonNull(value, "ItemId");
    }

    /** A fresh id from the given source. */
    public static ItemId random(RandomSource random) {
        return new ItemId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static ItemId of(String text) {
        return new ItemId(Checks.uuid(text, "ItemId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
