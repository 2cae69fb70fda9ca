package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in an agreement that is right on some days only: a law that is in force, a review that is not overdue.
 *
 * @param file name of the file
 * @param line counted from 1
 * @param early what is wrong before the first day
 * @param from the first day on which it is right, if there is one
 * @param late what is wrong after the last day
 * @param until the last day on which it is right, if there is one
 */
public record Dated(
        String file, int line, String early, Optional<LocalDate> from, String late, Optional<LocalDate> until) {
    public Dated {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(early, "early");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(late, "late");
        Objects.requireNonNull(until, "until");
    }

    static Dated law(Node at, Law law) {
        return new Dated(
                at.file(),
                at.line(),
                "'" + law.citation() + "' is not in force yet",
                law.inForceFrom(),
                "'" + law.citation() + "' is no longer in force",
                law.inForceUntil());
    }

    static Dated review(Node at, LocalDate reviewOn) {
        return new Dated(at.file(), at.line(), "", Optional.empty(), "its review is overdue", Optional.of(reviewOn));
    }

    /** What is wrong on a day; empty if nothing is. */
    public Optional<Problem> on(LocalDate day) {
        if (from.filter(day::isBefore).isPresent()) {
            return Optional.of(new Problem(file, line, early + ": " + from.get() + " is its first day", ""));
        }
        return until.filter(day::isAfter)
                .map(last -> new Problem(file, line, late + ": " + last + " was the last day", ""));
    }
}
