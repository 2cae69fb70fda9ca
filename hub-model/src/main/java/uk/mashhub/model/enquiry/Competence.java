package uk.mashhub.model.enquiry;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether whoever spoke could decide on it, and who says so.
 *
 * @param assessedBy who assessed it, as written down; empty where it is only presumed
 * @param assessedOn the day of the assessment
 */
public record Competence(Kind kind, String assessedBy, Optional<LocalDate> assessedOn) {

    /** What was found. */
    public enum Kind {
        /** A child who understands what is decided (Gillick v West Norfolk AHA [1986] AC 112). */
        GILLICK_COMPETENT,
        NOT_GILLICK_COMPETENT,
        /** From 16 on, unless somebody has found otherwise (Mental Capacity Act 2005 s1(2) and s2(5)). */
        CAPACITY_PRESUMED,
        /** Mental Capacity Act 2005 s2. */
        LACKS_CAPACITY
    }

    public Competence {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(assessedBy, "assessedBy");
        Objects.requireNonNull(assessedOn, "assessedOn");
    }

    /** Whether somebody found that the one who spoke could not decide. */
    public boolean lacking() {
        return kind == Kind.NOT_GILLICK_COMPETENT || kind == Kind.LACKS_CAPACITY;
    }

    @Override
    public String toString() {
        return "Competence[" + kind + "]";
    }
}
