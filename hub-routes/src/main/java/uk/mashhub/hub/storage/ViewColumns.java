package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;

/** A view's head to and from its columns. A word that is not in the vocabulary is an exception, never a wider view. */
final class ViewColumns {
    private ViewColumns() {}

    static ViewHead head(ResultSet row, int number) throws SQLException {
        return new ViewHead(
                new ViewId(Columns.uuid(row, "view_id")),
                key(row),
                row.getString("team_role"),
                row.getLong("version"),
                row.getString("digest"),
                row.getString("inputs"),
                row.getString("policy_hash"),
                row.getLong("stops"),
                new DisclosureId(Columns.uuid(row, "disclosure_id")),
                Columns.instant(row, "at"),
                Columns.optionalInstant(row, "valid_until"),
                new Listing(
                        ViewList.valueOf(row.getString("list")), row.getInt("rank"), Columns.instant(row, "due_at")));
    }

    private static ViewKey key(ResultSet row) throws SQLException {
        return new ViewKey(
                new EnquiryId(Columns.uuid(row, "enquiry_id")),
                new AreaCode(row.getString("area")),
                new TeamId(row.getString("team")),
                Role.valueOf(row.getString("role")),
                new PersonId(Columns.uuid(row, "perspective")),
                Purpose.valueOf(row.getString("purpose")),
                Artefact.valueOf(row.getString("artefact")));
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ViewKey key) {
        return statement
                .param("enquiry", key.enquiry().value())
                .param("area", key.area().value())
                .param("team", key.team().value())
                .param("role", key.role().name())
                .param("perspective", key.perspective().value())
                .param("purpose", key.purpose().name())
                .param("artefact", key.artefact().name());
    }

    /** Binds everything but the key. */
    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ViewHead head) {
        return statement
                .param("id", head.id().value())
                .param("version", head.version())
                .param("digest", head.digest())
                .param("inputs", head.inputs())
                .param("policy", head.policyHash())
                .param("stops", head.stops())
                .param("disclosure", head.disclosure().value())
                .param("at", Columns.time(head.at()))
                .param("until", Columns.time(head.validUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("list", head.listing().list().name())
                .param("rank", head.listing().rank())
                .param("due", Columns.time(head.listing().dueAt()));
    }
}
