package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import uk.mashhub.log.EntryStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.id.ViewId;

/**
 * One team's reading, inside one transaction. It runs the same statements whether or not something is kept from the team
 * (ruling 12): rows of others are not there.
 */
public final class Reading {
    private static final String TABLE = "view_body";
    private static final String OPEN = "select h.*, b.row_id, b.body, " + Bodies.WRAP + " from view_head h"
            + " join view_body b on b.view_id = h.view_id and b.version = h.version and b.part = :part"
            + " join key_wrap w on w.row_id = b.row_id and w.table_name = 'view_body' and w.version = b.version ";

    /** What a list shows of views: those that the user may know of, and that are as they would be decided now. */
    static final String OPEN_NOW = "policy_hash = :policy and purpose <> 'EMERGENCY' and stops = :stops"
            + " and (valid_until is null or valid_until > :now)"
            + " and enquiry_id not in (select enquiry_id from kept_from(:user))";

    /** A view as the team's queue shows it. */
    public record HeadBody(ViewHead head, byte[] json) {
        @Override
        public String toString() {
            return head.toString();
        }
    }

    /** A view as it was sealed. */
    public record Body(ViewHead head, byte[] sealed) {
        @Override
        public String toString() {
            return head.toString();
        }
    }

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final EntryStore entries;
    private final SaltStore salts;

    Reading(JdbcClient jdbc, PlatformTransactionManager manager, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
        this.entries = new PgEntryStore(jdbc, manager);
        this.salts = new SaltStore(jdbc, vault, random);
    }

    /**
     * A page of one of the team's lists.
     *
     * @param heads in the order of the list
     * @param more whether the list goes on in the direction of the turn
     */
    public record Page(List<HeadBody> heads, boolean more) {
        public Page {
            heads = List.copyOf(heads);
        }
    }

    /**
     * So many views of the team, of those that the user may know of and that were decided with this policy, after the
     * newest stop or lift of sharing, and still hold. No decision about any of them commits before this reading ends, and nothing else waits for it. One that
     * changes lists in the very moment of the turn is missing from the page.
     */
    public Page page(ViewList list, Turn turn, UserId user, PolicyHash policy, long stops, Instant now, int size) {
        boolean ascending = turn.onward() == (list == ViewList.QUEUE);
        List<InList> found = inList(list, turn, ascending, user, policy, stops, now, size + 1);
        List<InList> page = new ArrayList<>(found.subList(0, Math.min(size, found.size())));
        AdvisoryLock.read(
                jdbc,
                page.stream()
                        .map(InList::enquiry)
                        .distinct()
                        .sorted(EnquiryStore.LOCK_ORDER)
                        .toList());
        Map<ViewId, HeadBody> bodies = heads(page.stream().map(InList::view).toList());
        if (!turn.onward()) {
            Collections.reverse(page);
        }
        return new Page(
                page.stream()
                        .flatMap(p -> Optional.ofNullable(bodies.get(p.view())).stream())
                        .toList(),
                found.size() > size);
    }

    private record InList(ViewId view, EnquiryId enquiry) {}

    private List<InList> inList(
            ViewList list,
            Turn turn,
            boolean ascending,
            UserId user,
            PolicyHash policy,
            long stops,
            Instant now,
            int limit) {
        String order = ascending ? " asc" : " desc";
        return jdbc.sql("select view_id, enquiry_id from view_head where list = :list and " + OPEN_NOW
                        + " and (:start or (rank, due_at, view_id) " + (ascending ? ">" : "<")
                        + " (:rank, :due, :view)) order by rank" + order + ", due_at" + order + ", view_id" + order
                        + " limit :limit")
                .param("list", list.name())
                .params(openNow(user, policy, stops, now))
                .param("start", turn.from().isEmpty())
                .param("rank", turn.from().map(Place::rank).orElse(0))
                .param("due", Columns.time(turn.from().map(Place::dueAt).orElse(Instant.EPOCH)))
                .param("view", turn.from().map(p -> p.view().value()).orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query((row, n) -> new InList(
                        new ViewId(Columns.uuid(row, "view_id")), new EnquiryId(Columns.uuid(row, "enquiry_id"))))
                .list();
    }

    private static Map<String, Object> openNow(UserId user, PolicyHash policy, long stops, Instant now) {
        return Map.of("policy", policy.hex(), "stops", stops, "now", Columns.time(now), "user", user.value());
    }

    private Map<ViewId, HeadBody> heads(Collection<ViewId> views) {
        return jdbc
                .sql(OPEN + "where h.view_id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                .param("part", "HEAD")
                .param("ids", views.stream().map(ViewId::toString).collect(Collectors.joining(",")))
                .query((row, n) -> new HeadBody(
                        ViewColumns.head(row, n),
                        bodies.open(
                                new BodyName(TABLE, Columns.uuid(row, "row_id"), row.getLong("version")), row, "body")))
                .list()
                .stream()
                .collect(Collectors.toMap(h -> h.head().id(), Function.identity()));
    }

    /**
     * A doubtful link that waits, beside the view that it waits beside.
     *
     * @param json what the team reads of the link
     */
    public record WaitingLink(HeadBody view, LinkPlace place, byte[] json) {
        @Override
        public String toString() {
            return "WaitingLink[" + place.link() + "]";
        }
    }

    /** A page of the doubtful links that wait for the team. */
    public record Links(List<WaitingLink> links, boolean more) {
        public Links {
            links = List.copyOf(links);
        }
    }

    /**
     * So many doubtful links after a place, beside views such as {@link #page} gives, under the same locks. One that is
     * settled in the very moment is missing from the page.
     */
    public Links links(Optional<LinkPlace> after, UserId user, PolicyHash policy, long stops, Instant now, int size) {
        LinkReading reading = new LinkReading(jdbc, bodies);
        List<LinkReading.Found> found = reading.found(after, openNow(user, policy, stops, now), size + 1);
        List<LinkReading.Found> page = found.subList(0, Math.min(size, found.size()));
        hold(page.stream().map(LinkReading.Found::enquiry).toList());
        Map<ViewId, HeadBody> views =
                heads(page.stream().map(LinkReading.Found::view).distinct().toList());
        Map<UUID, byte[]> lines =
                reading.bodies(page.stream().map(LinkReading.Found::row).toList());
        return new Links(
                page.stream()
                        .flatMap(f -> Optional.ofNullable(views.get(f.view()))
                                .flatMap(view -> Optional.ofNullable(lines.get(f.row()))
                                        .map(line -> new WaitingLink(view, f.place(), line)))
                                .stream())
                        .toList(),
                found.size() > size);
    }

    /**
     * The view, if the team has it now. No decision about it commits before this reading ends.
     */
    public Optional<Body> body(ViewId id) {
        jdbc.sql("select enquiry_id from view_head where view_id = :id")
                .param("id", id.value())
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .optional()
                .ifPresent(enquiry -> AdvisoryLock.read(jdbc, List.of(enquiry)));
        return jdbc.sql(OPEN + "where h.view_id = :id")
                .param("part", "BODY")
                .param("id", id.value())
                .query((row, n) -> new Body(
                        ViewColumns.head(row, n),
                        bodies.open(
                                new BodyName(TABLE, Columns.uuid(row, "row_id"), row.getLong("version")), row, "body")))
                .optional();
    }

    /**
     * The enquiries that a user must not know of now. Asked after {@link #page} or {@link #body}, whose locks keep a new
     * conflict out until this reading ends (ruling 6).
     */
    public Set<EnquiryId> keptFrom(UserId user) {
        return Set.copyOf(ConflictStore.keptFrom(jdbc, user));
    }

    /** The policy that is published now; empty before the first publish. */
    public Optional<PolicyHash> publishedPolicy() {
        return jdbc.sql("select hash from policy_head")
                .query(String.class)
                .optional()
                .map(PolicyHash::new);
    }

    /** The newest stop or lift of sharing in an area, see {@link SharingStops}. */
    public long stops(AreaCode area) {
        return jdbc.sql(SharingStops.NUMBER)
                .param("area", area.value())
                .query(Long.class)
                .single();
    }

    /** The log, on this connection: an entry commits with this reading or not at all. It can only be added to. */
    public EntryStore entries() {
        return entries;
    }

    /** The index over the log, of which the team sees what its agency's leads may find. */
    public Lookups lookups() {
        return new Lookups(jdbc, bodies);
    }

    /** Keeps deciders of enquiries out until this reading ends, and new conflicts with them. */
    public void hold(List<EnquiryId> enquiries) {
        AdvisoryLock.read(
                jdbc,
                enquiries.stream().distinct().sorted(EnquiryStore.LOCK_ORDER).toList());
    }

    /** Takes an export of the user's away, in this transaction; false if it is gone. */
    public boolean take(UUID export, UserId user) {
        return jdbc.sql("select take_export(:export, :user)")
                .param("export", export)
                .param("user", user.value())
                .query(Boolean.class)
                .single();
    }

    /** Where the salts of those entries go. */
    public SaltStore salts() {
        return salts;
    }
}
