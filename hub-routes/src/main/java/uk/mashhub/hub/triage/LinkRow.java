package uk.mashhub.hub.triage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.disclose.LinkQueue;

/**
 * One doubtful link on the list of those that wait. Everything in it comes from the line that the door gave.
 *
 * @param state what the first of two stewards has said of it; OPEN where nobody has
 * @param bits how much it weighs; empty where it was not weighed
 */
public record LinkRow(
        String packet,
        String reference,
        String name,
        String rating,
        Moment due,
        Moment since,
        String state,
        List<String> why,
        Optional<String> bits) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public LinkRow {
        why = List.copyOf(why);
    }

    private record Read(
            String reference,
            String name,
            String rating,
            Instant dueAt,
            Instant since,
            String state,
            List<String> why,
            @Nullable Double bits) {}

    static LinkRow of(LinkQueue.Line line, Instant now, Area area) {
        ZoneId zone = area.calendar().zone();
        Read read = JSON.readValue(line.json(), Read.class);
        return new LinkRow(
                line.view().toString(),
                read.reference(),
                read.name(),
                read.rating(),
                Moment.of(read.dueAt(), now, zone),
                Moment.of(read.since(), now, zone),
                read.state(),
                read.why(),
                Optional.ofNullable(read.bits()).map(b -> String.format(Locale.UK, "%+.1f", b)));
    }

    @Override
    public String toString() {
        return "LinkRow[" + packet + "]";
    }
}
