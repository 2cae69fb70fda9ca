package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;

/** Contacts kept whole, byte for byte, as evidence of what was received. */
public final class ReferralStore {
    private static final String TABLE = "referral";

    private final JdbcClient jdbc;
    private final Bodies bodies;

    public ReferralStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
    }

    /**
     * Keeps a contact.
     *
     * @param holder whose it is: the sender's agency
     * @param body the bytes as they arrived
     */
    public void add(ReferralRow row, String holder, byte[] body) {
        jdbc.sql("insert into referral (referral_id, enquiry_id, principal, source, format, received_at, body)"
                        + " values (:id, :enquiry, :principal, :source, :format, :at, :body)")
                .param("id", row.id().value())
                .param("enquiry", row.enquiry().map(EnquiryId::value).orElse(null), Types.OTHER)
                .param("principal", row.principal().value())
                .param("source", row.source().value())
                .param("format", row.format())
                .param("at", Columns.time(row.receivedAt()))
                .param("body", bodies.seal(new BodyName(TABLE, row.id().value(), 1), holder, body))
                .update();
    }

    /** Says which enquiry the contact belongs to. */
    public void attach(ReferralId id, EnquiryId enquiry) {
        jdbc.sql("update referral set enquiry_id = :enquiry where referral_id = :id")
                .param("enquiry", enquiry.value())
                .param("id", id.value())
                .update();
    }

    public Optional<ReferralRow> find(ReferralId id) {
        return jdbc.sql("select * from referral where referral_id = :id")
                .param("id", id.value())
                .query(ReferralStore::row)
                .optional();
    }

    /** The bytes as they arrived; empty if there is no such contact. */
    public Optional<byte[]> body(ReferralId id) {
        return jdbc.sql("select r.body, " + Bodies.WRAP + " from referral r join key_wrap w on w.row_id = r.referral_id"
                        + " and w.table_name = 'referral' and w.version = 1 where r.referral_id = :id")
                .param("id", id.value())
                .query((row, n) -> bodies.open(new BodyName(TABLE, id.value(), 1), row, "body"))
                .optional();
    }

    /** The contacts of an enquiry, in the order of their arrival. */
    public List<ReferralRow> of(EnquiryId enquiry) {
        return jdbc.sql("select * from referral where enquiry_id = :enquiry order by received_at, referral_id")
                .param("enquiry", enquiry.value())
                .query(ReferralStore::row)
                .list();
    }

    private static ReferralRow row(ResultSet row, int number) throws SQLException {
        return new ReferralRow(
                new ReferralId(Columns.uuid(row, "referral_id")),
                Optional.ofNullable(row.getObject("enquiry_id", UUID.class)).map(EnquiryId::new),
                new Principal(row.getString("principal")),
                new SourceId(row.getString("source")),
                row.getString("format"),
                Columns.instant(row, "received_at"));
    }
}
