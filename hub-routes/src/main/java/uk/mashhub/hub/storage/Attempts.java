package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.model.id.Principal;

/**
 * How often a message has failed through its own fault. The broker redelivers for ever; only what is counted here leads to
 * quarantine, so an outage of the database, which cannot count, never does (ruling 27).
 */
public final class Attempts {
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final Hmac hmac;

    public Attempts(JdbcClient jdbc, PlatformTransactionManager manager, KeyRing keys) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(manager);
        this.alone.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.hmac = new Hmac(keys.secret(KeyUse.MESSAGE_DIGEST));
    }

    /**
     * Counts one more failure, in a transaction of its own: the message's has rolled back.
     *
     * @param messageDigest SHA-256 of the message as it came; kept as an HMAC
     * @return how many there are now
     */
    public int failed(Principal principal, byte[] messageDigest, Instant at) {
        Integer failures =
                alone.execute(status -> jdbc.sql("insert into attempt (principal, message, failures, last_at)"
                                + " values (:principal, :message, 1, :at) on conflict (principal, message)"
                                + " do update set failures = attempt.failures + 1, last_at = excluded.last_at"
                                + " returning failures")
                        .param("principal", principal.value())
                        .param("message", hmac.of("attempt", messageDigest))
                        .param("at", Columns.time(at))
                        .query(Integer.class)
                        .single());
        return Objects.requireNonNull(failures, "failures");
    }
}
