package uk.mashhub.hub.journey;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.EnquiryStore;

/** What a replay remembers: which enquiries are its own, which views it has named, when it began. */
final class Scene {
    /** Of journey 01: a Monday, a week after the clock of the tests begins. */
    private static final ZonedDateTime FIRST = ZonedDateTime.of(2026, 11, 9, 9, 0, 0, 0, ZoneId.of("Europe/London"));

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
        this.beganAt = morningOf(journey);
        atRest(hub);
    }

    /**
     * Waits until everything is decided that an earlier journey, or the night, has left to be decided again: until then it is
     * on no list, and would be taken for what this journey brings.
     */
    private static void atRest(TheHub hub) {
        EnquiryStore enquiries = hub.part(EnquiryStore.class);
        TheHub.await(
                "everything to be decided",
                () -> enquiries.flipping(TestTime.STILL.instant(), 1).isEmpty() ? enquiries : null);
    }

    /**
     * Every journey begins at nine on a working day of its own, so that what it shows depends neither on other tests nor on
     * which journeys are replayed.
     */
    private static Instant morningOf(Journey journey) {
        ZonedDateTime morning = FIRST;
        for (int day = 1; day < journey.number(); day++) {
            morning = morning.plusDays(morning.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        Duration ahead = Duration.between(TestTime.STILL.instant(), morning.toInstant());
        if (ahead.isNegative()) {
            throw new IllegalStateException("the clock of the tests is past the morning of " + journey.name());
        }
        TestTime.pass(ahead);
        return morning.toInstant();
    }

    /** Notes that somebody was shown something. */
    void opened(String user) {
        openings.merge(user, 1, Integer::sum);
    }
}
