package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.ViewId;

/**
 * The journey's side of views: it writes bodies and cannot read them; the database refuses (ruling 18). Every change keeps
 * readers of the enquiry's views out until the transaction ends. Call it after {@link EnquiryStore#lock}.
 */
public final class ViewStore {
    private static final String TABLE = "view_body";
    private static final ManyRows BODIES = ManyRows.into(
            TABLE,
            "row_id uuid",
            "view_id uuid",
            "version bigint",
            "part text",
            "team_role text",
            "is_current boolean",
            "body bytea");

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final RandomSource random;

    public ViewStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
        this.random = random;
    }

    /** The newest version under a key, withdrawn or not: a view that comes back goes on under its id. */
    public Optional<ViewHead> head(ViewKey key) {
        return newest(key.enquiry()).stream()
                .map(Newest::head)
                .filter(head -> head.key().equals(key))
                .findFirst();
    }

    /**
     * The newest version of a view.
     *
     * @param withdrawn whether readers find it no more
     * @param disclosure the id of its log entry as a disclosure
     * @param decision the id of its log entry as a decision
     */
    public record Newest(ViewHead head, boolean withdrawn, Optional<String> disclosure, Optional<String> decision) {}

    /** The newest version of every view of an enquiry that there is or was, sorted by id. */
    public List<Newest> newest(EnquiryId enquiry) {
        return jdbc.sql("select h.*, d.entry_id as disclosed_by, t.entry_id as decided_by from view_head h"
                        + " left join log_entry d on d.disclosure_id = cast(h.disclosure_id as text)"
                        + " and d.act = 'DISCLOSURE' left join log_entry t"
                        + " on t.disclosure_id = cast(h.disclosure_id as text) and t.act = 'DECISION'"
                        + " where h.enquiry_id = :enquiry order by h.view_id")
                .param("enquiry", enquiry.value())
                .query((row, n) -> new Newest(
                        ViewColumns.head(row, n),
                        Columns.optionalInstant(row, "withdrawn_at").isPresent(),
                        Optional.ofNullable(row.getString("disclosed_by")),
                        Optional.ofNullable(row.getString("decided_by"))))
                .list();
    }

    /** The views of an enquiry that are not withdrawn, sorted by id. */
    public List<ViewHead> headsOf(EnquiryId enquiry) {
        return jdbc.sql("select * from view_head where enquiry_id = :enquiry and withdrawn_at is null order by view_id")
                .param("enquiry", enquiry.value())
                .query(ViewColumns::head)
                .list();
    }

    /** A team, and somebody whose packet it reads or has read. */
    public record Read(TeamId team, PersonId perspective) {}

    /**
     * Whose packets the teams of an area read, or have read, in the other open enquiries about any of these people, or
     * whose sources name any of them.
     */
    public List<Read> readAbout(Collection<PersonId> people, AreaCode area, EnquiryId butFor) {
        if (people.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select distinct h.team, h.perspective from view_head h join enquiry e using (enquiry_id)"
                        + " where h.enquiry_id in (select enquiry_id from enquiry_person where person_id in (:people)"
                        + " union select enquiry_id from enquiry_stranger where person_id in (:people))"
                        + " and h.area = :area and e.stage <> 'CLOSED' and h.enquiry_id <> :butFor"
                        + " order by h.team, h.perspective")
                .param("people", people.stream().map(PersonId::value).toList())
                .param("area", area.value())
                .param("butFor", butFor.value())
                .query((row, n) ->
                        new Read(new TeamId(row.getString("team")), new PersonId(Columns.uuid(row, "perspective"))))
                .list();
    }

    /** A view that its team opened. */
    public record Opened(TeamId team, ViewId view) {}

    /** Which views of an enquiry were opened from one instant to another, sorted by team. */
    public List<Opened> openedBetween(EnquiryId enquiry, Instant from, Instant to) {
        return jdbc.sql("select distinct h.team, h.view_id from log_entry l join decision_trace t"
                        + " on t.disclosure_id = cast(l.disclosure_id as uuid) join view_head h using (view_id)"
                        + " where l.act = 'OPENING' and l.at >= :from and l.at <= :to and h.enquiry_id = :enquiry"
                        + " order by h.team, h.view_id")
                .param("from", Columns.time(from))
                .param("to", Columns.time(to))
                .param("enquiry", enquiry.value())
                .query((row, n) ->
                        new Opened(new TeamId(row.getString("team")), new ViewId(Columns.uuid(row, "view_id"))))
                .list();
    }

    /**
     * A version to be written.
     *
     * @param line what the team's queue shows of it, as JSON
     * @param view the sealed view's bytes
     * @param holder the team, see {@link Holders#team}
     */
    public record Version(ViewHead head, byte[] line, byte[] view, String holder) {
        @Override
        public String toString() {
            return "Version[" + head + "]";
        }
    }

    /**
     * Writes versions of an enquiry's views, each of which takes the place of the one before. Their teams read them when the
     * transaction commits.
     *
     * @throws IllegalStateException if one of these versions or a newer one is stored
     */
    public void write(EnquiryId enquiry, List<Version> versions) {
        if (versions.isEmpty()) {
            return;
        }
        AdvisoryLock.decide(jdbc, enquiry);
        List<ViewHead> heads = versions.stream().map(Version::head).toList();
        ViewColumns.HEADS.send(
                jdbc,
                heads.stream()
                        .filter(h -> h.version() == 1)
                        .map(ViewColumns::row)
                        .toList());
        replace(heads.stream().filter(h -> h.version() > 1).toList());
        for (Version version : versions) {
            body(version.head(), "HEAD", version.line(), version.holder());
            body(version.head(), "BODY", version.view(), version.holder());
        }
    }

    /**
     * Says that views were decided anew and their readers' bytes are the same: no new version, no notice (ruling 11).
     *
     * @param now of which input, policy, stops and validity count
     */
    public void confirm(List<ViewHead> now) {
        ViewColumns.CONFIRMED.send(
                jdbc, now.stream().map(ViewColumns::confirmed).toList());
    }

    /** Takes a view away from its team: it finds no such view from the commit on. */
    public void withdraw(ViewId id, EnquiryId enquiry, Instant at) {
        AdvisoryLock.decide(jdbc, enquiry);
        jdbc.sql("update view_head set withdrawn_at = :at where view_id = :id and withdrawn_at is null")
                .param("at", Columns.time(at))
                .param("id", id.value())
                .update();
        retire(List.of(id));
    }

    private void replace(List<ViewHead> heads) {
        if (heads.isEmpty()) {
            return;
        }
        // The team of a view never changes: another team is another key.
        ViewColumns.REPLACED.send(jdbc, heads.stream().map(ViewColumns::row).toList());
        retire(heads.stream().map(ViewHead::id).toList());
    }

    private void retire(List<ViewId> ids) {
        jdbc.sql("update view_body set is_current = false where is_current"
                        + " and view_id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                .param("ids", ids.stream().map(ViewId::toString).collect(Collectors.joining(",")))
                .update();
    }

    private void body(ViewHead head, String part, byte[] plain, String holder) {
        UUID row = random.uuid();
        BodyName name = new BodyName(TABLE, row, head.version());
        GatheringJdbc.add(
                jdbc,
                BODIES,
                row,
                head.id().value(),
                head.version(),
                part,
                head.teamRole(),
                true,
                bodies.seal(name, holder, Optional.of(head.teamRole()), plain));
    }
}
