package uk.mashhub.hub.triage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.model.vocabulary.Rating;

/** One enquiry on a team's queue. Everything in it comes from the line that the door gave. */
public record QueueRow(
        String packet,
        String reference,
        String name,
        String rating,
        String stage,
        Moment received,
        Moment due,
        boolean unratedTooLong,
        List<AgencyState> agencies) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> DONE = List.of("DECIDED", "CLOSED", "OPEN_CASE");

    public QueueRow {
        agencies = List.copyOf(agencies);
    }

    /** How one agency stands, in words. */
    public record AgencyState(String agency, String name, String state, String text) {
        /** Whether somebody waits for it. */
        boolean waits() {
            return List.of("ASKED", "IN_PART", "WAITING", "UNAVAILABLE").contains(state);
        }
    }

    private record Line(
            String reference,
            String name,
            String rating,
            String stage,
            Instant receivedAt,
            Instant dueAt,
            List<AgencyState> agencies) {}

    /** A queued view, as it stands now. */
    static QueueRow of(ViewDoor.Queued queued, Instant now, Area area) {
        ZoneId zone = area.calendar().zone();
        Line line = JSON.readValue(queued.line(), Line.class);
        return new QueueRow(
                queued.id().toString(),
                line.reference(),
                line.name(),
                line.rating(),
                line.stage(),
                Moment.of(line.receivedAt(), now, zone),
                Moment.of(line.dueAt(), now, zone),
                unratedTooLong(line, now, area),
                line.agencies());
    }

    /** Whether nobody has rated it for longer than the area allows. */
    private static boolean unratedTooLong(Line line, Instant now, Area area) {
        return Rating.UNRATED.name().equals(line.rating())
                && !DONE.contains(line.stage())
                && !line.receivedAt().isAfter(area.unratedAlarm(now));
    }

    /** For how long nobody has rated it, as in {@code 45 minutes}. */
    public String unratedFor() {
        return received.relative().replace(" ago", "");
    }

    /** Whether a decision is still to come, so that being late matters. */
    public boolean open() {
        return !DONE.contains(stage);
    }

    /** Whether it should have been done by now. */
    public boolean late() {
        return open() && due.past();
    }

    /** How the agencies stand, on one line; the packet says it of each. */
    public String answers() {
        List<String> said = new ArrayList<>();
        named("UNAVAILABLE").ifPresent(names -> said.add(names + " unavailable"));
        named("REFUSED").ifPresent(names -> said.add(names + " refused"));
        named("ASKED", "IN_PART", "WAITING").ifPresent(names -> said.add("waiting for " + names));
        if (said.isEmpty()) {
            return named("ANSWERED").isPresent() ? "all who were asked have answered" : "nobody is asked yet";
        }
        return String.join("; ", said);
    }

    /** Whether one of them cannot be waited for: somebody must ring. */
    public boolean ring() {
        return named("UNAVAILABLE", "REFUSED").isPresent();
    }

    private Optional<String> named(String... states) {
        List<String> names = agencies.stream()
                .filter(a -> List.of(states).contains(a.state()))
                .map(AgencyState::name)
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    @Override
    public String toString() {
        return "QueueRow[" + packet + "]";
    }
}
