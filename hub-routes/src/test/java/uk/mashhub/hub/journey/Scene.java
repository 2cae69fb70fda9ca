package uk.mashhub.hub.journey;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.TheHub;

/** What a replay remembers: which enquiries are its own, which views it has named, when it began. */
final class Scene {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    final TheHub hub;
    final Journey journey;
    final Instant beganAt;
    /** References of the enquiries that this journey opened, by the name that its step gave them. */
    final Map<String, String> references = new LinkedHashMap<>();
    /** Receipts of messages, by the name of their message or file. */
    final Map<String, String> receipts = new HashMap<>();

    /** Ids of views that a step has named. */
    final Map<String, String> views = new HashMap<>();
    /** What each person opened: at least so many openings must be in the log. */
    final Map<String, Integer> openings = new HashMap<>();
    /** References that were on the board before. */
    final Set<String> others = new LinkedHashSet<>();

    Scene(TheHub hub, Journey journey) {
        this.hub = hub;
        this.journey = journey;
        this.beganAt = nextMorning();
    }

    /** Every journey begins at nine on a working day, so that what it shows does not depend on those before it. */
    private static Instant nextMorning() {
        ZonedDateTime now = TestTime.STILL.instant().atZone(LONDON);
        ZonedDateTime morning = now.with(MORNING);
        while (morning.isBefore(now) || weekend(morning)) {
            morning = morning.plusDays(1);
        }
        TestTime.pass(Duration.between(now, morning));
        return morning.toInstant();
    }

    private static boolean weekend(ZonedDateTime day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Notes that somebody was shown something. */
    void opened(String user) {
        openings.merge(user, 1, Integer::sum);
    }
}
