package uk.mashhub.hub.disclose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.hub.audit.OpeningLog;
import uk.mashhub.hub.storage.LinkPlace;
import uk.mashhub.hub.storage.Reading;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ViewId;

/**
 * The doubtful links that wait for a team, over all enquiries of which it has a packet. The most pressing come first by what
 * the team is shown anyway: whose rating's clock runs out first, then what waits longest, then the likeliest. How much more
 * waits on a link does not order them: it may be what the reader must not know of (law 5).
 */
public final class LinkQueue {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** What a line takes from the line of its enquiry on the team's queue. */
    private static final List<String> OF_THE_ENQUIRY = List.of("reference", "name", "rating", "stage", "dueAt");

    private final ViewDoor door;
    private final OpeningLog log;

    public LinkQueue(ViewDoor door, OpeningLog log) {
        this.door = door;
        this.log = log;
    }

    /**
     * A link that waits: the packet on whose page it is settled, and a line of JSON in UTF-8, with {@code view},
     * {@code reference}, {@code name}, {@code rating}, {@code stage} and {@code dueAt} of the enquiry, {@code link},
     * {@code person} (by the handle on the page), {@code since}, {@code state} (OPEN, or what the first of two stewards has said of
     * it: SAME, APART), {@code why} in words and, where it was weighed,
     * {@code bits}.
     */
    public record Line(ViewId view, EnquiryId enquiry, byte[] json) {
        @Override
        public String toString() {
            return "Line[" + view + "]";
        }
    }

    /**
     * A page of them. How many there are in all, nobody is told.
     *
     * @param next after which place the list goes on; empty if it does not
     */
    public record Page(List<Line> lines, Optional<LinkPlace> next) {
        public Page {
            lines = List.copyOf(lines);
            Objects.requireNonNull(next, "next");
        }
    }

    /** A page of the reader's team, which must be one that settles links. It is an opening of what it shows, and logged. */
    public Page page(SignedIn who, Optional<LinkPlace> after) {
        return door.read(who, (reading, told) -> {
                    Reading.Links found = reading.publishedPolicy()
                            .map(policy -> reading.links(
                                    after, who.user(), policy, reading.stops(who.area()), door.now(), ViewDoor.PAGE))
                            .orElse(new Reading.Links(List.of(), false));
                    return page(reading, who, told, found);
                })
                .orElse(new Page(List.of(), Optional.empty()));
    }

    /** What the page's locks have waited for may have changed what the reader may open: each view is asked about again. */
    private Page page(Reading reading, SignedIn who, ViewDoor.Told told, Reading.Links found) {
        ViewDoor.Now now = door.now(reading, who, told);
        now.published();
        Map<ViewId, Boolean> asked = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Reading.WaitingLink link : found.links()) {
            ViewHead head = link.view().head();
            if (asked.computeIfAbsent(
                    head.id(), id -> head.listing().list() == ViewList.QUEUE && door.shows(who, head, now))) {
                lines.add(line(head, link));
            }
        }
        log.links(reading, who, lines);
        return new Page(lines, found.more() ? last(found) : Optional.empty());
    }

    private static Optional<LinkPlace> last(Reading.Links found) {
        List<Reading.WaitingLink> links = found.links();
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(links.get(links.size() - 1).place());
    }

    private static Line line(ViewHead head, Reading.WaitingLink link) {
        JsonNode enquiry = JSON.readTree(link.view().json());
        ObjectNode line = JSON.createObjectNode().put("view", head.id().toString());
        OF_THE_ENQUIRY.forEach(name -> line.set(name, enquiry.path(name)));
        line.setAll((ObjectNode) JSON.readTree(link.json()));
        return new Line(head.id(), head.key().enquiry(), JSON.writeValueAsBytes(line));
    }
}
