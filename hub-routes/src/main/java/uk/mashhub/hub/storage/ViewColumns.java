package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
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
    private static final String[] ALL = {
        "view_id uuid",
        "enquiry_id uuid",
        "area text",
        "team text",
        "role text",
        "perspective uuid",
        "purpose text",
        "artefact text",
        "team_role text",
        "version bigint",
        "digest text",
        "inputs text",
        "policy_hash text",
        "stops bigint",
        "disclosure_id uuid",
        "at timestamptz",
        "valid_until timestamptz",
        "list text",
        "rank int",
        "due_at timestamptz"
    };

    /** First versions. */
    static final ManyRows HEADS = ManyRows.into("view_head", ALL);

    /** Later versions in place of earlier ones; the key and the team of a view never change. */
    static final ManyRows REPLACED = ManyRows.changing(
            "view_head",
            "version = v.version, digest = v.digest, inputs = v.inputs, policy_hash = v.policy_hash, stops = v.stops,"
                    + " disclosure_id = v.disclosure_id, at = v.at, valid_until = v.valid_until, list = v.list,"
                    + " rank = v.rank, due_at = v.due_at, withdrawn_at = null",
            "t.view_id = v.view_id and t.version < v.version and t.team_role = v.team_role",
            ALL);

    /** The same version, on newer inputs. */
    static final ManyRows CONFIRMED = ManyRows.changing(
            "view_head",
            "inputs = v.inputs, policy_hash = v.policy_hash, stops = v.stops, valid_until = v.valid_until",
            "t.view_id = v.view_id",
            "view_id uuid",
            "inputs text",
            "policy_hash text",
            "stops bigint",
            "valid_until timestamptz");

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

    /** As {@link #HEADS} names the columns. */
    static @Nullable Object[] row(ViewHead head) {
        ViewKey key = head.key();
        return new @Nullable Object[] {
            head.id().value(),
            key.enquiry().value(),
            key.area().value(),
            key.team().value(),
            key.role().name(),
            key.perspective().value(),
            key.purpose().name(),
            key.artefact().name(),
            head.teamRole(),
            head.version(),
            head.digest(),
            head.inputs(),
            head.policyHash(),
            head.stops(),
            head.disclosure().value(),
            head.at(),
            head.validUntil().orElse(null),
            head.listing().list().name(),
            head.listing().rank(),
            head.listing().dueAt()
        };
    }

    /** As {@link #CONFIRMED} names the columns. */
    static @Nullable Object[] confirmed(ViewHead head) {
        return new @Nullable Object[] {
            head.id().value(),
            head.inputs(),
            head.policyHash(),
            head.stops(),
            head.validUntil().orElse(null)
        };
    }
}
