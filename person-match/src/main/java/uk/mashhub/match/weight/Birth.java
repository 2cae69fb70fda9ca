package uk.mashhub.match.weight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uk.mashhub.match.text.Spelling;

/**
 * A date of birth as it is compared.
 *
 * @param digits eight digits, year first; they need not be a day of the calendar, because slips of the pen are compared too
 * @param doubtful the source gives it as estimated or uncertain
 * @param expected the day on which an unborn child is expected
 */
public record Birth(String digits, boolean doubtful, boolean expected) {
    /** From the limit of viability at 22 weeks to term at 40. */
    private static final int EARLIEST_DAYS = 18 * 7;

    private static final int LATEST_DAYS = 3 * 7;

    public Birth {
        if (!digits.matches("[0-9]{8}")) {
            throw new IllegalArgumentException("a date of birth has eight digits");
        }
    }

    /** A day of the calendar that no source doubts. */
    public static Birth of(LocalDate day) {
        return new Birth(
                String.format("%04d%02d%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false, false);
    }

    /** Whether it is 1 January, which systems fill in. */
    boolean firstOfJanuary() {
        return digits.endsWith("0101");
    }

    String year() {
        return digits.substring(0, 4);
    }

    /** The day of the calendar that it is, if it is one. */
    public Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(year()),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Grade compare(Birth a, Birth b) {
        if (a.expected != b.expected) {
            return nearExpected(a.expected ? b : a, a.expected ? a : b) ? Grade.YEAR_DEFAULT : Grade.DIFFERENT;
        }
        if (a.digits.equals(b.digits)) {
            return a.firstOfJanuary() ? Grade.SAME_DEFAULT : Grade.SAME;
        }
        boolean year = same(a, 0, b, 0, 4);
        if (year && same(a, 4, b, 6, 2) && same(a, 6, b, 4, 2)) {
            return Grade.SWAPPED;
        }
        if (year && (a.vague() || b.vague())) {
            return Grade.YEAR_DEFAULT;
        }
        int slips = Spelling.slips(a.digits, b.digits, 2);
        if (slips == 1) {
            return Grade.CLOSE;
        }
        if (slips == 2 || same(a, 4, b, 4, 4) && !a.vague()) {
            return Grade.NEAR;
        }
        return year ? Grade.YEAR : Grade.DIFFERENT;
    }

    private static boolean same(Birth a, int fromA, Birth b, int fromB, int digits) {
        return a.digits.regionMatches(fromA, b.digits, fromB, digits);
    }

    private boolean vague() {
        return doubtful || firstOfJanuary();
    }

    private static boolean nearExpected(Birth born, Birth due) {
        Optional<LocalDate> a = born.day();
        Optional<LocalDate> b = due.day();
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        long early = ChronoUnit.DAYS.between(a.get(), b.get());
        return early >= -LATEST_DAYS && early <= EARLIEST_DAYS;
    }

    @Override
    public String toString() {
        return "Birth[not shown]";
    }
}
