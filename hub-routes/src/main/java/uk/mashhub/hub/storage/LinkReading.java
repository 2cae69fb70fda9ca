package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.ViewId;

/** The statements behind {@link Reading#links}: those prepared for the reader's team, and no others. */
final class LinkReading {
    private static final String ORDER = "(h.rank >= :done, h.due_at, l.since, l.nth, l.link_id)";

    private final JdbcClient jdbc;
    private final Bodies bodies;

    LinkReading(JdbcClient jdbc, Bodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /** A link and beside which view it waits. */
    record Found(UUID row, ViewId view, EnquiryId enquiry, LinkPlace place) {}

    /**
     * At most so many, in their order.
     *
     * @param bound what {@link Reading#OPEN_NOW} names
     */
    List<Found> found(Optional<LinkPlace> after, Map<String, ?> bound, int limit) {
        return jdbc.sql("select l.row_id, l.link_id, l.since, l.nth, h.view_id, h.enquiry_id, h.due_at,"
                        + " h.rank >= :done as done from view_link l join view_head h using (view_id)"
                        + " where h.list = 'QUEUE' and " + Reading.OPEN_NOW + " and (:start or " + ORDER
                        + " > (:placeDone, :placeDue, :placeSince, :placeNth, :placeLink)) order by done, h.due_at,"
                        + " l.since, l.nth, l.link_id limit :limit")
                .params(bound)
                .param("done", Listing.DONE)
                .param("start", after.isEmpty())
                .param("placeDone", after.map(LinkPlace::done).orElse(false))
                .param("placeDue", Columns.time(after.map(LinkPlace::dueAt).orElse(Instant.EPOCH)))
                .param("placeSince", Columns.time(after.map(LinkPlace::since).orElse(Instant.EPOCH)))
                .param("placeNth", after.map(LinkPlace::nth).orElse(0))
                .param("placeLink", after.map(p -> p.link().value()).orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query((row, n) -> new Found(
                        Columns.uuid(row, "row_id"),
                        new ViewId(Columns.uuid(row, "view_id")),
                        new EnquiryId(Columns.uuid(row, "enquiry_id")),
                        new LinkPlace(
                                row.getBoolean("done"),
                                Columns.instant(row, "due_at"),
                                Columns.instant(row, "since"),
                                row.getInt("nth"),
                                new LinkId(Columns.uuid(row, "link_id")))))
                .list();
    }

    /** What the team reads of each, by row; of one that waits no more, nothing. */
    Map<UUID, byte[]> bodies(Collection<UUID> rows) {
        Map<UUID, byte[]> read = new HashMap<>();
        jdbc.sql(
                        "select l.row_id, l.body, " + Bodies.WRAP
                                + " from view_link l join key_wrap w on w.row_id = l.row_id"
                                + " and w.table_name = 'view_link' where l.row_id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                .param("ids", rows.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .query(row -> {
                    UUID id = Columns.uuid(row, "row_id");
                    read.put(id, bodies.open(new BodyName(ViewLinks.TABLE, id, ViewLinks.VERSION), row, "body"));
                });
        return read;
    }
}
