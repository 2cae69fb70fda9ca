package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/** Messages that could not be processed, whole, sealed for the agency that sent them. */
public final class QuarantineStore {
    private static final String TABLE = "quarantine";
    // Not the body: a list of faults must not load megabytes of them.
    private static final String SELECT = "select quarantine_id, principal, agency, address, size, digest, fault, place,"
            + " reason, state, at, settled_at, body is not null as has_body from quarantine ";

    /** One that is kept. The digest of {@code row} is the HMAC, by which repeats are told. */
    public record Kept(UUID id, QuarantineRow row, boolean hasBody) {
        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Hmac hmac;
    private final RandomSource random;

    public QuarantineStore(JdbcClient jdbc, Vault vault, KeyRing keys, RandomSource random) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
        this.hmac = new Hmac(keys.secret(KeyUse.MESSAGE_DIGEST));
        this.random = random;
    }

    /**
     * Keeps a message.
     *
     * @param body empty where it must not be kept: above OFFICIAL-SENSITIVE
     * @return its id, random
     */
    public UUID add(QuarantineRow row, Optional<byte[]> body) {
        UUID id = random.uuid();
        String holder = Holders.agency(row.agency());
        byte[] sealed = body.map(plain -> bodies.seal(new BodyName(TABLE, id, 1), holder, plain))
                .orElse(null);
        jdbc.sql(
                        "insert into quarantine (quarantine_id, principal, agency, address, size, digest, fault, place, reason,"
                                + " state, at, settled_at, body) values (:id, :principal, :agency, :address, :size, :digest,"
                                + " :fault, :place, :reason, :state, :at, :settled, :body)")
                .param("id", id)
                .param("principal", row.principal().value())
                .param("agency", row.agency().value())
                .param("address", row.address())
                .param("size", row.size())
                .param("digest", hmac.of("body", row.digest()))
                .param("fault", row.fault())
                .param("place", row.place())
                .param("reason", row.reason())
                .param("state", row.state())
                .param("at", Columns.time(row.at()))
                .param("settled", Columns.time(row.settledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("body", sealed, Types.BINARY)
                .update();
        return id;
    }

    /** Says which enquiry stands on the board for a message, and under which of its sender's ids it came. */
    public void standsFor(UUID id, MessageId message, EnquiryId enquiry) {
        jdbc.sql("update quarantine set enquiry_id = :enquiry, message = :message where quarantine_id = :id")
                .param("enquiry", enquiry.value())
                .param("message", hmac.of("id", message.value()))
                .param("id", id)
                .update();
    }

    /** The same for the mended form of another, which could not be read either. */
    public void standsForMended(UUID id, UUID other, EnquiryId enquiry) {
        jdbc.sql("update quarantine set enquiry_id = :enquiry,"
                        + " message = (select message from quarantine where quarantine_id = :other)"
                        + " where quarantine_id = :id")
                .param("enquiry", enquiry.value())
                .param("other", other)
                .param("id", id)
                .update();
    }

    /** What could not be read of this sender under this id and has an enquiry on the board, newest first. */
    public List<Kept> unread(Principal sender, MessageId message) {
        return jdbc.sql(SELECT + "where principal = :sender and message = :message and enquiry_id is not null"
                        + " order by at desc, quarantine_id")
                .param("sender", sender.value())
                .param("message", hmac.of("id", message.value()))
                .query(QuarantineStore::kept)
                .list();
    }

    /** The enquiry that stands on the board for a message of this sender. */
    public Optional<EnquiryId> enquiryOf(UUID id, Principal sender) {
        return jdbc.sql("select enquiry_id from quarantine where quarantine_id = :id and principal = :sender"
                        + " and enquiry_id is not null")
                .param("id", id)
                .param("sender", sender.value())
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .optional();
    }

    /** Those in a state, oldest first. */
    public List<Kept> list(String state) {
        return jdbc.sql(SELECT + "where state = :state order by at, quarantine_id")
                .param("state", state)
                .query(QuarantineStore::kept)
                .list();
    }

    public Optional<Kept> find(UUID id) {
        return jdbc.sql(SELECT + "where quarantine_id = :id")
                .param("id", id)
                .query(QuarantineStore::kept)
                .optional();
    }

    /** Whether the same body of the same sender is kept already. */
    public boolean holds(Principal principal, byte[] digest) {
        return jdbc.sql("select exists (select from quarantine where principal = :principal and digest = :digest)")
                .param("principal", principal.value())
                .param("digest", hmac.of("body", digest))
                .query(Boolean.class)
                .single();
    }

    /** The body; empty if none was kept. The caller has checked who asks, and has logged it. */
    public Optional<byte[]> open(UUID id) {
        return jdbc.sql("select q.body, " + Bodies.WRAP
                        + " from quarantine q join key_wrap w on w.row_id = q.quarantine_id"
                        + " and w.table_name = 'quarantine' and w.version = 1 where q.quarantine_id = :id")
                .param("id", id)
                .query((row, n) -> bodies.open(new BodyName(TABLE, id, 1), row, "body"))
                .optional();
    }

    /**
     * Moves one from a state to another.
     *
     * @return false if it was not in that state: somebody else was faster
     */
    public boolean settle(UUID id, String from, String to, Instant at) {
        return jdbc.sql(
                                "update quarantine set state = :to, settled_at = :at where quarantine_id = :id and state = :from")
                        .param("to", to)
                        .param("at", Columns.time(at))
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        QuarantineRow kept = new QuarantineRow(
                new Principal(row.getString("principal")),
                new AgencyId(row.getString("agency")),
                row.getString("address"),
                row.getLong("size"),
                row.getBytes("digest"),
                row.getString("fault"),
                row.getString("place"),
                row.getString("reason"),
                row.getString("state"),
                Columns.instant(row, "at"),
                Columns.optionalInstant(row, "settled_at"));
        return new Kept(Columns.uuid(row, "quarantine_id"), kept, row.getBoolean("has_body"));
    }
}
