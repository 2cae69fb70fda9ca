package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.RandomSource;

/** A referral as it was received. Random, so that it says nothing about what it names. */
public record ReferralId(UUID value) {
    public ReferralId {
        Objects.requireNonNull(value, "ReferralId");
    }

    /** A fresh id from the given source. */
    public static ReferralId random(RandomSource random) {
        return new ReferralId(random.uuid());
    }

    /**
     * Reads the text form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not a UUID in that form; the text is not repeated
     */
    public static ReferralId of(String text) {
        return new ReferralId(Checks.uuid(text, "ReferralId"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
