package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.ReferralId;

/** What referrers may read of the outcome, sealed for their agency. The newest of a referral counts. */
public final class OutcomeStore {
    private static final String TABLE = "referrer_outcome";

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final RandomSource random;

    public OutcomeStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
        this.random = random;
    }

    /** An outcome and the disclosure by which it may be read. */
    public record Outcome(DisclosureId disclosure, byte[] content) {
        public Outcome {
            Objects.requireNonNull(disclosure, "disclosure");
            Objects.requireNonNull(content, "content");
        }

        @Override
        public String toString() {
            return "Outcome[" + disclosure + "]";
        }
    }

    /** @param holder the sender's agency, see {@link Holders#agency} */
    public void put(ReferralId referral, Principal principal, String holder, Outcome outcome, Instant at) {
        UUID row = random.uuid();
        jdbc.sql("insert into referrer_outcome (row_id, referral_id, principal, disclosure_id, at, body)"
                        + " values (:row, :referral, :principal, :disclosure, :at, :body)")
                .param("row", row)
                .param("referral", referral.value())
                .param("principal", principal.value())
                .param("disclosure", outcome.disclosure().value())
                .param("at", Columns.time(at))
                .param("body", bodies.seal(new BodyName(TABLE, row, 1), holder, outcome.content()))
                .update();
    }

    /** The newest outcome of a referral, for the principal that sent it and nobody else. */
    public Optional<Outcome> find(ReferralId referral, Principal principal) {
        return jdbc.sql("select o.row_id, o.disclosure_id, o.body, " + Bodies.WRAP + " from referrer_outcome o"
                        + " join key_wrap w on w.row_id = o.row_id and w.table_name = 'referrer_outcome'"
                        + " and w.version = 1 where o.referral_id = :referral and o.principal = :principal"
                        + " order by o.seq desc limit 1")
                .param("referral", referral.value())
                .param("principal", principal.value())
                .query((row, n) -> new Outcome(
                        new DisclosureId(Columns.uuid(row, "disclosure_id")),
                        bodies.open(new BodyName(TABLE, Columns.uuid(row, "row_id"), 1), row, "body")))
                .optional();
    }
}
