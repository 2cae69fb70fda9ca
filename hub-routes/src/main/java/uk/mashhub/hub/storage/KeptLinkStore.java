package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;

/**
 * Links that are for a named unit alone, as its list has them; see {@code V92__kept_link.sql} and
 * {@code V109__kept_link_team.sql}.
 */
public final class KeptLinkStore {
    private static final String WAITS = "OPEN";
    private static final String SELECTED =
            "select l.*, e.area, e.reference from kept_link l join enquiry e using (enquiry_id)";

    private final JdbcClient jdbc;

    public KeptLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A link.
     *
     * @param reference of its enquiry
     * @param said OPEN while it waits, SAME or APART
     * @param team whose list it is on; empty where the area names nobody
     */
    public record Row(
            LinkId link,
            EnquiryId enquiry,
            AreaCode area,
            String reference,
            PersonId person,
            PersonId candidate,
            Instant since,
            String said,
            Optional<TeamId> team) {

        public KeptLinkPlace place() {
            return new KeptLinkPlace(!said.equals(WAITS), since, link);
        }

        @Override
        public String toString() {
            return "Row[" + link + "]";
        }
    }

    /**
     * So many enquiries of an area at most of whose ledgers facts for a unit have not been read: what was written first comes
     * first, and they stand in the order of their ids.
     *
     * @param but not these
     */
    public List<EnquiryId> unread(AreaCode area, Collection<EnquiryId> but, int most) {
        return jdbc
                .sql("select f.enquiry_id from (select enquiry_id, max(seq) as seq from enquiry_fact"
                        + " where kind in ('LinksKept', 'UnitWord') group by enquiry_id) f"
                        + " join enquiry e using (enquiry_id) left join kept_link_read r using (enquiry_id)"
                        + " where e.area = :area and (r.seq is null or r.seq < f.seq)"
                        + " and f.enquiry_id <> all (cast(string_to_array(:but, ',') as uuid[]))"
                        + " order by f.seq limit :most")
                .param("area", area.value())
                .param("but", PersonStore.joined(but))
                .param("most", most)
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .list()
                .stream()
                .sorted(EnquiryStore.LOCK_ORDER)
                .toList();
    }

    /**
     * Takes over what an enquiry's ledger says of its links; nothing if somebody else has read as far already.
     *
     * @param through the newest fact read
     */
    public void read(EnquiryId enquiry, long through, Collection<Row> links) {
        int newer = jdbc.sql(
                        "insert into kept_link_read (enquiry_id, seq) values (:enquiry, :through)"
                                + " on conflict (enquiry_id) do update set seq = excluded.seq where kept_link_read.seq < excluded.seq")
                .param("enquiry", enquiry.value())
                .param("through", through)
                .update();
        if (newer == 0) {
            return;
        }
        for (Row link : links) {
            jdbc.sql("insert into kept_link (link_id, enquiry_id, person_id, candidate_id, since, said, team)"
                            + " values (:link, :enquiry, :person, :candidate, :since, :said, :team)"
                            + " on conflict (link_id) do update set said = excluded.said, team = excluded.team")
                    .param("link", link.link().value())
                    .param("enquiry", enquiry.value())
                    .param("person", link.person().value())
                    .param("candidate", link.candidate().value())
                    .param("since", Columns.time(link.since()))
                    .param("said", link.said())
                    .param("team", link.team().map(TeamId::value).orElse(null), Types.VARCHAR)
                    .update();
        }
    }

    /** So many links of any team at most, in the order of their ids, after one. */
    public List<Row> after(Optional<LinkId> after, int most) {
        return jdbc.sql(SELECTED + " where l.link_id > :after order by l.link_id limit :most")
                .param("after", after.map(LinkId::value).orElse(new UUID(0, 0)))
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    /** Puts a link on the list of a team, or on none, unless it is there. */
    public void move(LinkId link, Optional<TeamId> team) {
        jdbc.sql("update kept_link set team = :team where link_id = :link and team is distinct from :team")
                .param("team", team.map(TeamId::value).orElse(null), Types.VARCHAR)
                .param("link", link.value())
                .update();
    }

    /** So many links of a team of an area at most, in order, after a place. */
    public List<Row> page(AreaCode area, TeamId team, Optional<KeptLinkPlace> after, int most) {
        JdbcClient.StatementSpec found = jdbc.sql(SELECTED + " where e.area = :area and l.team = :team"
                        + (after.isPresent()
                                ? " and (l.said <> 'OPEN', l.since, l.link_id) > (:settled, :since, :link)"
                                : "")
                        + " order by l.said <> 'OPEN', l.since, l.link_id limit :most")
                .param("area", area.value())
                .param("team", team.value())
                .param("most", most);
        if (after.isPresent()) {
            found = found.param("settled", after.get().settled())
                    .param("since", Columns.time(after.get().since()))
                    .param("link", after.get().link().value());
        }
        return found.query((row, n) -> row(row)).list();
    }

    /** One of a team of an area. */
    public Optional<Row> find(AreaCode area, TeamId team, LinkId link) {
        return jdbc.sql(SELECTED + " where e.area = :area and l.team = :team and l.link_id = :link")
                .param("area", area.value())
                .param("team", team.value())
                .param("link", link.value())
                .query((row, n) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new LinkId(Columns.uuid(row, "link_id")),
                new EnquiryId(Columns.uuid(row, "enquiry_id")),
                new AreaCode(row.getString("area")),
                row.getString("reference"),
                new PersonId(Columns.uuid(row, "person_id")),
                new PersonId(Columns.uuid(row, "candidate_id")),
                Columns.instant(row, "since"),
                row.getString("said"),
                Optional.ofNullable(row.getString("team")).map(TeamId::new));
    }
}
