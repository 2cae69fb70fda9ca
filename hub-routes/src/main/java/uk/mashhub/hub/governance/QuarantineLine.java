package uk.mashhub.hub.governance;

import java.time.Instant;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.triage.Moment;

/** A waiting message on the screen: who, when, what is wrong and where; never what it says. */
public record QuarantineLine(
        String id, String sender, Moment at, String fault, String place, String reason, String size, boolean kept) {
    private static final long KIB = 1024;

    static QuarantineLine of(QuarantineStore.Kept kept, Instant now, Area area) {
        String sender = area.sourceOf(kept.row().principal())
                .map(Source::title)
                .orElse(kept.row().principal().value());
        long size = kept.row().size();
        return new QuarantineLine(
                kept.id().toString(),
                sender,
                Moment.of(kept.row().at(), now, area.calendar().zone()),
                kept.row().fault(),
                kept.row().place(),
                kept.row().reason(),
                size < KIB ? size + " bytes" : (size + KIB - 1) / KIB + " KiB",
                kept.hasBody());
    }
}
