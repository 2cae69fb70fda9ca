package uk.mashhub.hub.storage;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/**
 * Makes messages idempotent by principal and message id. Neither id nor digest is stored: senders put surnames into ids,
 * and a digest of a short body can be guessed; both are kept as HMACs.
 */
public final class Inbox {
    private final JdbcClient jdbc;
    private final Hmac hmac;

    public Inbox(JdbcClient jdbc, KeyRing keys) {
        this.jdbc = jdbc;
        this.hmac = new Hmac(keys.secret(KeyUse.MESSAGE_DIGEST));
    }

    /**
     * Records a message, once. If another transaction is recording the same one, waits for its end.
     *
     * @param bodyDigest SHA-256 of the body as it arrived
     * @param receipt what to answer if this is the first
     */
    public Arrival arrive(Principal principal, MessageId id, byte[] bodyDigest, UUID receipt, Instant at) {
        byte[] message = hmac.of("id", id.value());
        byte[] digest = hmac.of("body", bodyDigest);
        int inserted = jdbc.sql("insert into inbox (principal, message, body_digest, receipt, received_at)"
                        + " values (:principal, :message, :digest, :receipt, :at) on conflict do nothing")
                .param("principal", principal.value())
                .param("message", message)
                .param("digest", digest)
                .param("receipt", receipt)
                .param("at", Columns.time(at))
                .update();
        return inserted == 1 ? new Arrival.First() : seen(principal, message, digest);
    }

    /** Whether another body came under this id before; a glance that records nothing. */
    public boolean conflicts(Principal principal, MessageId id, byte[] bodyDigest) {
        return jdbc.sql("select body_digest from inbox where principal = :principal and message = :message")
                .param("principal", principal.value())
                .param("message", hmac.of("id", id.value()))
                .query((row, n) -> row.getBytes("body_digest"))
                .optional()
                .filter(known -> !MessageDigest.isEqual(known, hmac.of("body", bodyDigest)))
                .isPresent();
    }

    /** Whether this body came under this id before; a glance that records nothing. */
    public boolean holds(Principal principal, MessageId id, byte[] bodyDigest) {
        return jdbc.sql("select exists (select from inbox where principal = :principal and message = :message"
                        + " and body_digest = :digest)")
                .param("principal", principal.value())
                .param("message", hmac.of("id", id.value()))
                .param("digest", hmac.of("body", bodyDigest))
                .query(Boolean.class)
                .single();
    }

    private Arrival seen(Principal principal, byte[] message, byte[] digest) {
        return jdbc.sql("select body_digest, receipt from inbox where principal = :principal and message = :message")
                .param("principal", principal.value())
                .param("message", message)
                .query((row, n) -> MessageDigest.isEqual(row.getBytes("body_digest"), digest)
                        ? new Arrival.Repeat(Columns.uuid(row, "receipt"))
                        : new Arrival.Conflict())
                .single();
    }
}
