package uk.mashhub.hub.triage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An instant as a page shows it.
 *
 * @param iso for machines
 * @param absolute in local time, such as {@code Mon 2 Nov 2026, 09:40}
 * @param relative such as {@code in 2 hours 10 minutes} or {@code 3 days ago}
 */
public record Moment(String iso, String absolute, String relative, boolean past) {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK);

    /** An instant, seen now, where the area is. */
    public static Moment of(Instant at, Instant now, ZoneId zone) {
        boolean past = at.isBefore(now);
        Duration apart = Duration.between(at, now).abs();
        String words = words(apart);
        String relative = words.isEmpty() ? "now" : past ? words + " ago" : "in " + words;
        return new Moment(at.toString(), DAY_AND_TIME.format(at.atZone(zone)), relative, past);
    }

    private static String words(Duration apart) {
        long days = apart.toDays();
        long hours = apart.toHoursPart();
        long minutes = apart.toMinutesPart();
        if (days > 0) {
            return count(days, "day") + (days < 3 && hours > 0 ? " " + count(hours, "hour") : "");
        }
        if (hours > 0) {
            return count(hours, "hour") + (minutes > 0 ? " " + count(minutes, "minute") : "");
        }
        return minutes > 0 ? count(minutes, "minute") : "";
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
