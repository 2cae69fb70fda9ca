package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.vocabulary.Purpose;

/** What each version of a view was decided on: fact vectors, rules and verdicts, sealed (ruling 16). */
public final class TraceStore {
    private static final String TABLE = "decision_trace";
    private static final UUID FIRST = new UUID(0, 0);
    private static final String MADE =
            "t.row_id, t.body, t.disclosure_id, h.enquiry_id, h.team, h.purpose, " + Bodies.WRAP;
    private static final String WRAPPED =
            "join key_wrap w on w.row_id = t.row_id and w.table_name = 'decision_trace' and w.version = 1";

    private static final ManyRows TRACES = ManyRows.into(
            "decision_trace", "row_id uuid", "view_id uuid", "version bigint", "disclosure_id uuid", "body bytea");

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final RandomSource random;

    public TraceStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
        this.random = random;
    }

    /** Keeps the trace of one version, in the transaction that writes it. */
    public void keep(ViewId view, long version, DisclosureId disclosure, byte[] trace) {
        UUID row = random.uuid();
        GatheringJdbc.add(
                jdbc,
                TRACES,
                row,
                view.value(),
                version,
                disclosure.value(),
                bodies.seal(new BodyName(TABLE, row, 1), Holders.HUB, Packed.pack(trace)));
    }

    /** One version's trace, the disclosure and the enquiry that it is of, and when it was decided. */
    public record Kept(DisclosureId disclosure, EnquiryId enquiry, Instant at, byte[] trace) {
        @Override
        public String toString() {
            return "Kept[" + disclosure + "]";
        }
    }

    /**
     * Some traces of an area's views, in the order of their disclosures' random ids, which says nothing.
     *
     * @param after the disclosure that the last page ended with; empty for the first page
     */
    public List<Kept> page(AreaCode area, Optional<DisclosureId> after, int limit) {
        return jdbc.sql("select t.row_id, t.body, t.disclosure_id, h.enquiry_id, l.at, "
                        + Bodies.WRAP + " from decision_trace t join view_head h using (view_id) join log_entry l"
                        + " on l.disclosure_id = t.disclosure_id::text and l.act = 'DECISION' join key_wrap w"
                        + " on w.row_id = t.row_id and w.table_name = 'decision_trace' and w.version = 1"
                        + " where h.area = :area and t.disclosure_id > :after order by t.disclosure_id limit :limit")
                .param("area", area.value())
                .param("after", after.map(DisclosureId::value).orElse(FIRST))
                .param("limit", limit)
                .query((row, n) -> new Kept(
                        new DisclosureId(Columns.uuid(row, "disclosure_id")),
                        new EnquiryId(Columns.uuid(row, "enquiry_id")),
                        Columns.instant(row, "at"),
                        opened(row)))
                .list();
    }

    /** What was decided on one version of a team's view of an enquiry, for which purpose, and when. */
    public record Given(TeamId team, Purpose purpose, Instant at, byte[] trace) {
        @Override
        public String toString() {
            return "Given[" + team + "]";
        }
    }

    /** Every version of every team's view of an enquiry, oldest first. */
    public List<Given> given(EnquiryId enquiry) {
        return jdbc.sql("select t.row_id, t.body, h.team, h.purpose, l.at, " + Bodies.WRAP
                        + " from decision_trace t join view_head h using (view_id) join log_entry l"
                        + " on l.disclosure_id = t.disclosure_id::text and l.act = 'DISCLOSURE' join key_wrap w"
                        + " on w.row_id = t.row_id and w.table_name = 'decision_trace' and w.version = 1"
                        + " where h.enquiry_id = :enquiry order by l.seq")
                .param("enquiry", enquiry.value())
                .query((row, n) -> new Given(
                        new TeamId(row.getString("team")),
                        Purpose.valueOf(row.getString("purpose")),
                        Columns.instant(row, "at"),
                        opened(row)))
                .list();
    }

    /**
     * What was decided on one version of a team's view.
     *
     * @param purpose of the view, see {@link uk.mashhub.model.vocabulary.Purpose}
     */
    public record Made(DisclosureId disclosure, EnquiryId enquiry, TeamId team, String purpose, byte[] trace) {
        @Override
        public String toString() {
            return "Made[" + disclosure + "]";
        }
    }

    /** Some traces of an area's views that were made from one instant to before another, as {@link #page} orders them. */
    public List<Made> made(AreaCode area, Instant from, Instant to, Optional<DisclosureId> after, int limit) {
        return jdbc.sql("select " + MADE + " from decision_trace t join view_head h using (view_id) join log_entry l"
                        + " on l.disclosure_id = t.disclosure_id::text and l.act = 'DECISION' " + WRAPPED
                        + " where h.area = :area and l.at >= :from and l.at < :to and t.disclosure_id > :after"
                        + " order by t.disclosure_id limit :limit")
                .param("area", area.value())
                .param("from", Columns.time(from))
                .param("to", Columns.time(to))
                .param("after", after.map(DisclosureId::value).orElse(FIRST))
                .param("limit", limit)
                .query(this::made)
                .list();
    }

    /** The traces of every version of every view of an enquiry, withdrawn or not. */
    public List<Made> of(EnquiryId enquiry) {
        return jdbc.sql("select " + MADE + " from decision_trace t join view_head h using (view_id) " + WRAPPED
                        + " where h.enquiry_id = :enquiry order by t.disclosure_id")
                .param("enquiry", enquiry.value())
                .query(this::made)
                .list();
    }

    private Made made(ResultSet row, int n) throws SQLException {
        return new Made(
                new DisclosureId(Columns.uuid(row, "disclosure_id")),
                new EnquiryId(Columns.uuid(row, "enquiry_id")),
                new TeamId(row.getString("team")),
                row.getString("purpose"),
                opened(row));
    }

    private byte[] opened(ResultSet row) throws SQLException {
        return Packed.open(bodies.open(new BodyName(TABLE, Columns.uuid(row, "row_id"), 1), row, "body"));
    }
}
