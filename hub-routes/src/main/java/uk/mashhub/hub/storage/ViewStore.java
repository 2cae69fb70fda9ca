package uk.mashhub.hub.storage;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.log.Act;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.DisclosureId;
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
        return ViewColumns.bind(
                        jdbc.sql("select * from view_head where enquiry_id = :enquiry and area = :area and team = :team"
                                + " and role = :role and perspective = :perspective and purpose = :purpose"
                                + " and artefact = :artefact"),
                        key)
                .query(ViewColumns::head)
                .optional();
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

    /** Whether readers find this view no more. */
    public boolean withdrawn(ViewId id) {
        return jdbc.sql("select withdrawn_at is not null from view_head where view_id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /**
     * Writes a version, which takes the place of the one before. Its team reads it when the transaction commits.
     *
     * @param headBody what the team's queue shows of it, as JSON
     * @param view the sealed view's bytes
     * @param holder the team, see {@link Holders#team}
     * @throws IllegalStateException if this version or a newer one is stored
     */
    public void write(ViewHead head, byte[] headBody, byte[] view, String holder) {
        AdvisoryLock.decide(jdbc, head.key().enquiry());
        if (head.version() == 1) {
            insert(head);
        } else {
            replace(head);
        }
        body(head, "HEAD", headBody, holder);
        body(head, "BODY", view, holder);
    }

    /**
     * Says that a view was decided anew and its reader's bytes are the same: no new version, no notice (ruling 11).
     *
     * @param now of which input, policy, stops and validity count
     */
    public void confirm(ViewHead now) {
        jdbc.sql("update view_head set inputs = :inputs, policy_hash = :policy, stops = :stops,"
                        + " valid_until = :until where view_id = :id")
                .param("inputs", now.inputs())
                .param("policy", now.policyHash())
                .param("stops", now.stops())
                .param("until", Columns.time(now.validUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", now.id().value())
                .update();
    }

    /** Takes a view away from its team: it finds no such view from the commit on. */
    public void withdraw(ViewId id, EnquiryId enquiry, Instant at) {
        AdvisoryLock.decide(jdbc, enquiry);
        jdbc.sql("update view_head set withdrawn_at = :at where view_id = :id and withdrawn_at is null")
                .param("at", Columns.time(at))
                .param("id", id.value())
                .update();
        retire(id);
    }

    /**
     * The id of the log entry of one version.
     *
     * @throws IllegalStateException if there is none: no version is written without (law 2)
     */
    public String entry(DisclosureId version, Act act) {
        return jdbc.sql("select entry_id from log_entry where disclosure_id = :disclosure and act = :act")
                .param("disclosure", version.toString())
                .param("act", act.name())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no entry of " + version));
    }

    private void insert(ViewHead head) {
        JdbcClient.StatementSpec insert = jdbc.sql("insert into view_head (view_id, enquiry_id, area, team, role,"
                        + " perspective, purpose, artefact, team_role, version, digest, inputs, policy_hash, stops, disclosure_id,"
                        + " at, valid_until, list, rank, due_at) values (:id, :enquiry, :area, :team, :role, :perspective,"
                        + " :purpose, :artefact, :teamRole, :version, :digest, :inputs, :policy, :stops, :disclosure, :at, :until,"
                        + " :list, :rank, :due)")
                .param("teamRole", head.teamRole());
        ViewColumns.bind(ViewColumns.bind(insert, head.key()), head).update();
    }

    private void replace(ViewHead head) {
        // The team of a view never changes: another team is another key.
        int changed = ViewColumns.bind(
                        jdbc.sql("update view_head set version = :version, digest = :digest, inputs = :inputs,"
                                + " policy_hash = :policy, stops = :stops, disclosure_id = :disclosure, at = :at,"
                                + " valid_until = :until, list = :list, rank = :rank, due_at = :due, withdrawn_at = null"
                                + " where view_id = :id and version < :version and team_role = :teamRole"),
                        head)
                .param("teamRole", head.teamRole())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("a newer version of view " + head.id() + " is stored");
        }
        retire(head.id());
    }

    private void retire(ViewId id) {
        jdbc.sql("update view_body set is_current = false where view_id = :id and is_current")
                .param("id", id.value())
                .update();
    }

    private void body(ViewHead head, String part, byte[] plain, String holder) {
        UUID row = random.uuid();
        BodyName name = new BodyName(TABLE, row, head.version());
        jdbc.sql("insert into view_body (row_id, view_id, version, part, team_role, is_current, body)"
                        + " values (:row, :view, :version, :part, :team, true, :body)")
                .param("row", row)
                .param("view", head.id().value())
                .param("version", head.version())
                .param("part", part)
                .param("team", head.teamRole())
                .param("body", bodies.seal(name, holder, Optional.of(head.teamRole()), plain))
                .update();
    }
}
