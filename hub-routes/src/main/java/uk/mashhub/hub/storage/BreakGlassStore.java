package uk.mashhub.hub.storage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;

/** Uses of break-glass (ruling 22). Reasons are sealed; a use is reviewed once and never taken away. */
public final class BreakGlassStore {
    private static final String TABLE = "break_glass";

    private final JdbcClient jdbc;
    private final Bodies bodies;

    public BreakGlassStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
    }

    /** A use with its reason, as its reviewer reads it. */
    public record Reasoned(BreakGlassUse use, String reason) {
        @Override
        public String toString() {
            return "Reasoned[" + use.id() + "]";
        }
    }

    /** Adds a use; the reason is for the agency of the team. */
    public void add(BreakGlassUse use, AgencyId agency, String reason) {
        byte[] body = bodies.seal(
                new BodyName(TABLE, use.id(), 1), Holders.agency(agency), reason.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("insert into break_glass (row_id, area, team, user_id, enquiry_id, at, until, review_by, body)"
                        + " values (:id, :area, :team, :user, :enquiry, :at, :until, :review, :body)")
                .param("id", use.id())
                .param("area", use.area().value())
                .param("team", use.team().value())
                .param("user", use.user().value())
                .param("enquiry", use.enquiry().value())
                .param("at", Columns.time(use.at()))
                .param("until", Columns.time(use.until()))
                .param("review", Columns.time(use.reviewBy()))
                .param("body", body)
                .update();
    }

    /** Notes whose content a use gave. */
    public void gave(UUID use, Collection<AgencyId> owners) {
        owners.forEach(owner -> jdbc.sql("insert into break_glass_owner (row_id, agency) values (:id, :agency)")
                .param("id", use)
                .param("agency", owner.value())
                .update());
    }

    /** The uses on an enquiry that have not ended. */
    public List<BreakGlassUse> live(EnquiryId enquiry, Instant now) {
        return jdbc.sql("select * from break_glass where enquiry_id = :enquiry and until > :now order by at, row_id")
                .param("enquiry", enquiry.value())
                .param("now", Columns.time(now))
                .query(BreakGlassStore::use)
                .list();
    }

    /** The enquiries on which a user has a use that has not ended. */
    public Set<EnquiryId> live(UserId user, Instant now) {
        return jdbc
                .sql("select distinct enquiry_id from break_glass where user_id = :user and until > :now")
                .param("user", user.value())
                .param("now", Columns.time(now))
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a use in an area should have been reviewed by now and was not. */
    public boolean overdue(AreaCode area, Instant now) {
        return jdbc.sql("select exists (select from break_glass where area = :area and reviewed_at is null"
                        + " and review_by <= :now)")
                .param("area", area.value())
                .param("now", Columns.time(now))
                .query(Boolean.class)
                .single();
    }

    /** The uses by teams, newest first, each with its reason. */
    public List<Reasoned> by(AreaCode area, Collection<TeamId> teams, int limit) {
        if (teams.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select b.*, " + Bodies.WRAP + " from break_glass b join key_wrap w on w.row_id = b.row_id"
                        + " and w.table_name = 'break_glass' and w.version = 1"
                        + " where b.area = :area and b.team in (:teams) order by b.at desc, b.row_id limit :limit")
                .param("area", area.value())
                .param("teams", teams.stream().map(TeamId::value).toList())
                .param("limit", limit)
                .query((row, n) -> new Reasoned(
                        use(row, n),
                        new String(
                                bodies.open(new BodyName(TABLE, Columns.uuid(row, "row_id"), 1), row, "body"),
                                StandardCharsets.UTF_8)))
                .list();
    }

    /** The uses that gave something of an agency, newest first. */
    public List<BreakGlassUse> gaveOf(AreaCode area, AgencyId agency, int limit) {
        return jdbc.sql("select b.* from break_glass b join break_glass_owner o using (row_id)"
                        + " where b.area = :area and o.agency = :agency order by b.at desc, b.row_id limit :limit")
                .param("area", area.value())
                .param("agency", agency.value())
                .param("limit", limit)
                .query(BreakGlassStore::use)
                .list();
    }

    public Optional<BreakGlassUse> find(UUID id) {
        return jdbc.sql("select * from break_glass where row_id = :id")
                .param("id", id)
                .query(BreakGlassStore::use)
                .optional();
    }

    /** False if somebody has reviewed it before. */
    public boolean review(UUID id, UserId by, Instant at) {
        return jdbc.sql("update break_glass set reviewed_at = :at, reviewed_by = :by"
                                + " where row_id = :id and reviewed_at is null")
                        .param("at", Columns.time(at))
                        .param("by", by.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static BreakGlassUse use(ResultSet row, int number) throws SQLException {
        return new BreakGlassUse(
                Columns.uuid(row, "row_id"),
                new AreaCode(row.getString("area")),
                new TeamId(row.getString("team")),
                new UserId(Columns.uuid(row, "user_id")),
                new EnquiryId(Columns.uuid(row, "enquiry_id")),
                Columns.instant(row, "at"),
                Columns.instant(row, "until"),
                Columns.instant(row, "review_by"),
                Columns.optionalInstant(row, "reviewed_at"));
    }
}
