package uk.mashhub.policy.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.policy.fact.Days;

/** Times as readers see them. Nothing depends on when it is read: a text that aged would be a new version. */
final class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Times() {}

    /** {@code 10:40} on the day on which the enquiry began, {@code 3 July 10:40} on others. */
    static String clock(Instant at, Instant began) {
        ZonedDateTime time = at.atZone(Days.ZONE);
        return (Days.of(at).equals(Days.of(began)) ? CLOCK : DAY_AND_CLOCK).format(time);
    }

    /** {@code 2026-03-02}, {@code 2026-03-02/2026-03-09}, or empty. */
    static String day(EventTime when) {
        String from = when.from().map(LocalDate::toString).orElse("");
        String to = when.to().map(LocalDate::toString).orElse("");
        return from.equals(to) || to.isEmpty() ? from : from + "/" + to;
    }

    /** {@code 3 July 2015} for an ISO date, the source's own words for anything else. */
    static String spoken(String value) {
        try {
            return DAY.format(LocalDate.parse(value.strip()));
        } catch (DateTimeParseException e) {
            return value.strip();
        }
    }
}
