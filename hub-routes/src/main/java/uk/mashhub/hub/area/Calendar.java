package uk.mashhub.hub.area;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;

/** When an area's hub is open: days of the week, hours, and the days on which it is not. */
public record Calendar(ZoneId zone, List<DayOfWeek> days, LocalTime opens, LocalTime closes, List<LocalDate> closedOn) {
    public Calendar {
        Objects.requireNonNull(zone, "zone");
        days = List.copyOf(days);
        Objects.requireNonNull(opens, "opens");
        Objects.requireNonNull(closes, "closes");
        closedOn = List.copyOf(closedOn);
        if (days.isEmpty() || !opens.isBefore(closes)) {
            throw new IllegalArgumentException("a calendar is open for some time on some day");
        }
    }

    /** The instant at which that much working time has passed. */
    public Instant after(Instant start, Duration working) {
        ZonedDateTime at = start.atZone(zone);
        Duration left = working;
        while (true) {
            LocalDate day = at.toLocalDate();
            ZonedDateTime close = day.atTime(closes).atZone(zone);
            ZonedDateTime from = later(at, day.atTime(opens).atZone(zone));
            if (openOn(day) && from.isBefore(close)) {
                Duration today = Duration.between(from, close);
                if (today.compareTo(left) >= 0) {
                    return from.plus(left).toInstant();
                }
                left = left.minus(today);
            }
            at = day.plusDays(1).atStartOfDay(zone);
        }
    }

    private boolean openOn(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !closedOn.contains(day);
    }

    private static ZonedDateTime later(ZonedDateTime a, ZonedDateTime b) {
        return a.isAfter(b) ? a : b;
    }
}
