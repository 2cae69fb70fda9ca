package uk.mashhub.hub.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;

/**
 * What must not be erased whatever the schedules say: an inquiry's moratorium, a claim, a complaint. A hold stands on one
 * enquiry or on everything of an area, and goes when two people have said so. The database refuses to erase under one.
 */
public final class LegalHolds {
    private static final String TABLE = "legal_hold";

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final RandomSource random;

    public LegalHolds(JdbcClient jdbc, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
        this.random = random;
    }

    /**
     * A hold that stands.
     *
     * @param enquiry empty for everything of the area
     * @param liftSaidBy who has said already that it should go
     */
    public record Hold(
            UUID id, Optional<EnquiryId> enquiry, Instant placedAt, String reason, Optional<UserId> liftSaidBy) {
        public Hold {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(enquiry, "enquiry");
            Objects.requireNonNull(placedAt, "placedAt");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(liftSaidBy, "liftSaidBy");
        }

        /** Whether it keeps this enquiry. */
        public boolean covers(EnquiryId id) {
            return enquiry.isEmpty() || enquiry.get().equals(id);
        }

        @Override
        public String toString() {
            return "Hold[" + id + "]";
        }
    }

    /** Places a hold; its id. */
    public UUID place(AreaCode area, Optional<EnquiryId> enquiry, String reason, UserId by, Instant at) {
        UUID id = random.uuid();
        byte[] body = bodies.seal(new BodyName(TABLE, id, 1), Holders.HUB, reason.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("insert into legal_hold (hold_id, area, enquiry_id, placed_by, placed_at, body)"
                        + " values (:id, :area, :enquiry, :by, :at, :body)")
                .param("id", id)
                .param("area", area.value())
                .param("enquiry", enquiry.map(EnquiryId::value).orElse(null), Types.OTHER)
                .param("by", by.value())
                .param("at", Columns.time(at))
                .param("body", body)
                .update();
        return id;
    }

    /** Those of an area that stand, oldest first. */
    public List<Hold> standing(AreaCode area) {
        return jdbc.sql("select h.*, " + Bodies.WRAP + " from legal_hold h join key_wrap w on w.row_id = h.hold_id"
                        + " and w.table_name = 'legal_hold' and w.version = 1 where h.area = :area"
                        + " and h.lifted_at is null order by h.placed_at, h.hold_id")
                .param("area", area.value())
                .query((row, n) -> {
                    UUID id = Columns.uuid(row, "hold_id");
                    return new Hold(
                            id,
                            Optional.ofNullable(row.getObject("enquiry_id", UUID.class))
                                    .map(EnquiryId::new),
                            Columns.instant(row, "placed_at"),
                            new String(bodies.open(new BodyName(TABLE, id, 1), row, "body"), StandardCharsets.UTF_8),
                            Optional.ofNullable(row.getObject("lift_said_by", UUID.class))
                                    .map(UserId::new));
                })
                .list();
    }

    /**
     * Somebody says that a hold should go.
     *
     * @return whether it went: it does by the word of a second person
     */
    public boolean lift(UUID id, UserId by, Instant at) {
        int second = jdbc.sql("update legal_hold set lifted_by = :by, lifted_at = :at where hold_id = :id"
                        + " and lifted_at is null and lift_said_by is not null and lift_said_by <> :by")
                .param("by", by.value())
                .param("at", Columns.time(at))
                .param("id", id)
                .update();
        if (second == 0) {
            jdbc.sql("update legal_hold set lift_said_by = :by, lift_said_at = :at where hold_id = :id"
                            + " and lift_said_by is null")
                    .param("by", by.value())
                    .param("at", Columns.time(at))
                    .param("id", id)
                    .update();
        }
        return second == 1;
    }
}
