package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** The part of an enquiry that is put to one source of one agency. Random, so that it says nothing about what it names. */
public record QuestionId(UUID value) {
    public QuestionId {
        Objects.requireNonNull(value, "QuestionId");
    }

    /** A fresh id from the given source. */
    public static QuestionId random(RandomSource random) {
        return new QuestionId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static QuestionId of(String text) {
        return new QuestionId(Checks.uuid(text, "QuestionId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
