package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** A MASH enquiry: the question about named people that a referral raised. Random, so that it says nothing about what it names. */
public record EnquiryId(UUID value) {
    public EnquiryId {
        Objects.requireNonNull(value, "EnquiryId");
    }

    /** A fresh id from the given source. */
    public static EnquiryId random(RandomSource random) {
        return new EnquiryId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static EnquiryId of(String text) {
        return new EnquiryId(Checks.uuid(text, "EnquiryId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
