package uk.mashhub.model.person;

import java.time.LocalDate;
import java.util.Objects;

/** A date of birth, or the date on which an unborn child is expected, with how sure the source is. */
public record BirthDate(LocalDate date, Accuracy accuracy) {

    /** Accuracy indicator of the draft person standard (A, E, U), and EXPECTED for the unborn. */
    public enum Accuracy {
        ACCURATE,
        ESTIMATED,
        UNCERTAIN,
        EXPECTED
    }

    public BirthDate {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(accuracy, "accuracy");
    }

    /** A date that the source does not doubt. */
    public static BirthDate accurate(LocalDate date) {
        return new BirthDate(date, Accuracy.ACCURATE);
    }

    @Override
    public String toString() {
        return "BirthDate[" + accuracy + "]";
    }
}
