package uk.mashhub.hub.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/**
 * Whether an id is known with another body, so that its sender can be told at once. Only a courtesy: the hub's intake
 * decides, under a lock, and quarantines the conflict.
 */
public final class KnownMessages {
    private final JdbcClient jdbc;
    private final MessageMac mac;

    /** @param key the one under which the inbox keeps ids and digests */
    public KnownMessages(JdbcClient jdbc, byte[] key) {
        this.jdbc = jdbc;
        this.mac = new MessageMac(key);
    }

    /** Whether the inbox holds the id with another body. False while the database is away: the broker still takes it. */
    boolean conflicts(Principal principal, MessageId id, byte[] bodyDigest) {
        try {
            return jdbc.sql("select body_digest from inbox where principal = :principal and message = :message")
                    .param("principal", principal.value())
                    .param("message", mac.of("id", id.value().getBytes(StandardCharsets.UTF_8)))
                    .query((row, n) -> row.getBytes("body_digest"))
                    .optional()
                    .filter(known -> !MessageDigest.isEqual(known, mac.of("body", bodyDigest)))
                    .isPresent();
        } catch (DataAccessException e) {
            return false;
        }
    }
}
