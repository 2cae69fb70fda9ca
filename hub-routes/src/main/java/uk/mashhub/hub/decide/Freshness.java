package uk.mashhub.hub.decide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.enquiry.Packet;

/** How long what was decided holds: until the first fact of time flips (ruling 14). */
public final class Freshness {
    private Freshness() {}

    /** The row after a decision: next version, and until when it holds. */
    public static EnquiryRow after(Enquiry enquiry, Packet packet, Area area, List<Decider.TeamView> views) {
        return enquiry.row().decided(validUntil(packet, area, views));
    }

    /** The row after views were added: until the first of them ends, or what held before does. */
    public static EnquiryRow sooner(Enquiry enquiry, List<Decider.TeamView> views) {
        return enquiry.row()
                .decided(Stream.concat(
                                enquiry.row().validUntil().stream(),
                                views.stream().flatMap(v -> v.validUntil().stream()))
                        .min(Instant::compareTo));
    }

    private static Optional<Instant> validUntil(Packet packet, Area area, List<Decider.TeamView> views) {
        return Stream.concat(
                        views.stream().flatMap(v -> v.validUntil().stream()),
                        Stream.of(packet.dueAt(), area.unratedFrom(packet.receivedAt())))
                .filter(t -> t.isAfter(packet.asAt()))
                .min(Instant::compareTo);
    }
}
