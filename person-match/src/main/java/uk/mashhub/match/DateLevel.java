package uk.mashhub.match;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;

/** How two dates of birth compare. */
enum DateLevel {
    EXACT("agrees"),
    /** One day, but 1 January (which systems fill in) or a date that a source doubts. */
    SAME_DAY("is the same doubtful day"),
    /** A source gives it as estimated or uncertain, and the year agrees. */
    COMPATIBLE("is estimated, and the year agrees"),
    SWAPPED("has day and month the other way round"),
    /** One is a date on which a child was expected, not far from the other. */
    EXPECTED("is near the expected date"),
    SAME_YEAR("agrees in the year only"),
    DIFFERENT("differs"),
    MISSING("is missing");

    /** From the limit of viability at 22 weeks to term at 40: a child can be born this long before it is expected. */
    static final int EARLIEST_DAYS = 18 * 7;

    private final String words;

    DateLevel(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean agrees() {
        return sameDay() || this == COMPATIBLE;
    }

    boolean sameDay() {
        return this == EXACT || this == SAME_DAY;
    }

    /** Not the same, but with one slip it would be. */
    boolean near() {
        return this == SWAPPED || this == EXPECTED || this == SAME_YEAR;
    }

    boolean contradicts() {
        return !agrees() && this != MISSING;
    }

    static DateLevel of(Optional<BirthDate> a, Optional<BirthDate> b) {
        return a.isEmpty() || b.isEmpty() ? MISSING : of(a.get(), b.get());
    }

    private static DateLevel of(BirthDate a, BirthDate b) {
        // An unborn child is a person of its own: it has no date of birth that could agree.
        if (a.accuracy() == Accuracy.EXPECTED || b.accuracy() == Accuracy.EXPECTED) {
            return Math.abs(ChronoUnit.DAYS.between(a.date(), b.date())) <= EARLIEST_DAYS ? EXPECTED : DIFFERENT;
        }
        boolean accurate = a.accuracy() == Accuracy.ACCURATE && b.accuracy() == Accuracy.ACCURATE;
        if (a.date().equals(b.date())) {
            return accurate && a.date().getDayOfYear() != 1 ? EXACT : SAME_DAY;
        }
        if (a.date().getYear() != b.date().getYear()) {
            return DIFFERENT;
        }
        return accurate ? sameYear(a.date(), b.date()) : COMPATIBLE;
    }

    private static DateLevel sameYear(LocalDate a, LocalDate b) {
        boolean swapped = a.getDayOfMonth() == b.getMonthValue() && a.getMonthValue() == b.getDayOfMonth();
        return swapped ? SWAPPED : SAME_YEAR;
    }
}
