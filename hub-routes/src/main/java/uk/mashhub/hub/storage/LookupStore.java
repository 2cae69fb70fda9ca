package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ViewId;

/** The journey's side of the index over the log: it writes rows, and never searches them. See {@link Lookups} for readers. */
public final class LookupStore {
    static final String TABLE = "log_lookup";

    private static final ManyRows CONCERNS =
            ManyRows.into("log_enquiry", "entry_id text", "enquiry_id uuid").after(PgEntryStore.ENTRIES);
    private static final ManyRows ROWS = ManyRows.intoUnlessThere(
                    TABLE,
                    "row_id uuid",
                    "entry_id text",
                    "area text",
                    "agency text",
                    "share text",
                    "enquiry_id uuid",
                    "at timestamptz",
                    "act text",
                    "agent text",
                    "recipient text",
                    "purpose text",
                    "outcome text",
                    "policy text",
                    "view_id uuid",
                    "of_row uuid",
                    "digest bytea",
                    "body bytea")
            .after(PgEntryStore.ENTRIES);
    private static final ManyRows KEYS = ManyRows.intoUnlessThere(
                    "log_lookup_key", "row_id uuid", "key bytea", "kept_apart boolean")
            .after(ROWS);
    private static final ManyRows OF =
            ManyRows.into("log_lookup_of", "disclosure_id uuid", "row_id uuid").after(ROWS);

    /** One by one: a plan made for places that nobody knows beforehand would join the log with itself whole. */
    static final String NEXT = "select p.place, e.at, e.entry, q.enquiry_id, q.area"
            + " from (select place, seq from log_place where place > :through order by place limit :limit) p"
            + " cross join lateral (select * from log_entry l where l.seq = p.seq limit 1) e"
            + " left join lateral (select l.entry_id from log_entry l where l.disclosure_id = e.disclosure_id"
            + " and l.act = 'DISCLOSURE' order by l.seq limit 1) d on true"
            + " left join lateral (select c.enquiry_id from log_enquiry c where c.entry_id = e.entry_id limit 1) le on true"
            + " left join lateral (select c.enquiry_id from log_enquiry c where c.entry_id = d.entry_id limit 1) ld on true"
            + " left join lateral (select * from enquiry n"
            + " where n.enquiry_id = coalesce(le.enquiry_id, ld.enquiry_id) limit 1) q on true order by p.place";

    private final JdbcClient jdbc;
    private final Bodies bodies;

    public LookupStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
    }

    /** Says which enquiry an entry concerns, in the transaction of the entry. */
    public void concerns(String entryId, EnquiryId enquiry) {
        GatheringJdbc.add(jdbc, CONCERNS, entryId, enquiry.value());
    }

    /** Adds a row without content. */
    public void add(LookupRow row) {
        insert(row, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Adds the row of a version of a view.
     *
     * @param digest of what the row says, see {@link #newest}
     * @param keys HMACs that it is found by
     * @param body sealed here for the agency
     */
    public void add(LookupRow row, ViewId view, byte[] digest, List<byte[]> keys, byte[] body) {
        byte[] sealed = bodies.seal(new BodyName(TABLE, row.id(), 1), Holders.agency(row.agency()), body);
        insert(row, Optional.of(view), Optional.of(digest), Optional.of(sealed));
        keys.forEach(key -> GatheringJdbc.add(jdbc, KEYS, row.id(), key, false));
    }

    private void insert(LookupRow row, Optional<ViewId> view, Optional<byte[]> digest, Optional<byte[]> body) {
        GatheringJdbc.add(
                jdbc,
                ROWS,
                row.id(),
                row.entry(),
                row.area().value(),
                row.agency().value(),
                row.share().name(),
                row.enquiry().map(EnquiryId::value).orElse(null),
                row.at(),
                row.act(),
                row.agent(),
                row.recipient(),
                row.purpose(),
                row.outcome(),
                row.policy(),
                view.map(ViewId::value).orElse(null),
                row.of().orElse(null),
                digest.orElse(null),
                body.orElse(null));
    }

    /** Openings of a version are found under a row. */
    public void standsFor(DisclosureId version, UUID row) {
        GatheringJdbc.add(jdbc, OF, version.value(), row);
    }

    /**
     * Says which keys of the enquiry's rows lead to nobody now: these, but where a view still shows one of them. All
     * others lead to their rows.
     *
     * @param apart HMACs of what names those who are kept apart
     * @param shown by view, the HMACs of what its newest version shows
     */
    public void keepApart(EnquiryId enquiry, List<byte[]> apart, Map<ViewId, List<byte[]>> shown) {
        AdvisoryLock.decide(jdbc, enquiry);
        List<String> still = shown.entrySet().stream()
                .flatMap(v -> v.getValue().stream().map(k -> v.getKey() + " " + hex(k)))
                .toList();
        jdbc.sql(
                        "update log_lookup_key k set kept_apart = not k.kept_apart from log_lookup l where l.row_id = k.row_id"
                                + " and l.enquiry_id = :enquiry and k.kept_apart <>"
                                + " (encode(k.key, 'hex') = any (string_to_array(:apart, ','))"
                                + " and (l.view_id || ' ' || encode(k.key, 'hex') = any (string_to_array(:still, ','))) is not true)")
                .param("enquiry", enquiry.value())
                .param("apart", apart.stream().map(LookupStore::hex).collect(Collectors.joining(",")))
                .param("still", String.join(",", still))
                .update();
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }

    /** A row under which a version's openings are found. */
    public record Under(UUID row, AgencyId agency, LookupRow.Share share, String outcome) {}

    /** The rows that stand for each of these versions; of which there is none is not there. */
    public Map<String, List<Under>> under(Collection<String> versions) {
        Map<String, List<Under>> under = new HashMap<>();
        jdbc.sql(
                        "select o.disclosure_id, l.row_id, l.agency, l.share, l.outcome from log_lookup_of o"
                                + " join log_lookup l using (row_id)"
                                + " where o.disclosure_id = any (cast(string_to_array(:versions, ',') as uuid[])) order by l.made")
                .param("versions", String.join(",", versions))
                .query(row -> {
                    under.computeIfAbsent(row.getString("disclosure_id"), v -> new ArrayList<>())
                            .add(new Under(
                                    Columns.uuid(row, "row_id"),
                                    new AgencyId(row.getString("agency")),
                                    LookupRow.Share.valueOf(row.getString("share")),
                                    row.getString("outcome")));
                });
        return under;
    }

    /**
     * An entry in its place.
     *
     * @param enquiry which it concerns, if it is known to concern one
     * @param area of that enquiry
     */
    public record Placed(long place, Instant at, byte[] entry, Optional<EnquiryId> enquiry, Optional<AreaCode> area) {
        @Override
        public String toString() {
            return "Placed[" + place + "]";
        }
    }

    /** The next entries in the order of the log of which no rows were made. One at a time in the whole database. */
    public List<Placed> next(int limit) {
        long through = jdbc.sql("select place from log_lookup_through for update")
                .query(Long.class)
                .single();
        return jdbc.sql(NEXT)
                .param("through", through)
                .param("limit", limit)
                .query((row, n) -> new Placed(
                        row.getLong("place"),
                        Columns.instant(row, "at"),
                        row.getBytes("entry"),
                        Optional.ofNullable(row.getObject("enquiry_id", UUID.class))
                                .map(EnquiryId::new),
                        Optional.ofNullable(row.getString("area")).map(AreaCode::new)))
                .list();
    }

    /** The entry at a place cannot be read: there are no rows of it, and somebody must look. */
    public void park(long place) {
        jdbc.sql("insert into log_lookup_parked (place) values (:place) on conflict do nothing")
                .param("place", place)
                .update();
    }

    /** Rows were made of all entries up to a place. */
    public void through(long place) {
        jdbc.sql("update log_lookup_through set place = :place")
                .param("place", place)
                .update();
    }

    /** The enquiry of an area under a reference, open or closed. Whether somebody may know of it, their rows say. */
    public Optional<EnquiryId> enquiry(AreaCode area, String reference) {
        return jdbc.sql("select enquiry_id from enquiry where area = :area and reference = :reference")
                .param("area", area.value())
                .param("reference", reference)
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .optional();
    }
}
