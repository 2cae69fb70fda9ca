package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.decision.PolicyHash;

/** The published head of the policy. Files are drafts; this is what counts (ruling 21). Signatures are checked by callers. */
public final class PolicyHeadStore {
    private static final String SELECT = "select v.* from policy_head h join policy_version v using (hash)";

    private final JdbcClient jdbc;

    public PolicyHeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The head; empty before the first publish, when nothing can be decided. */
    public Optional<PolicyHead> head() {
        return jdbc.sql(SELECT).query(PolicyHeadStore::row).optional();
    }

    /** Holds the head where it is until the caller's transaction ends, and says which it is. */
    public Optional<PolicyHash> hold() {
        return jdbc.sql("select hash from policy_head for share")
                .query(String.class)
                .optional()
                .map(PolicyHash::new);
    }

    /**
     * Makes a policy the head. Waits for decisions under way to end.
     *
     * @param canonical the policy in its canonical form, of which {@code hash} is the SHA-256
     * @throws IllegalArgumentException if both signatures are of one signer
     */
    public void publish(PolicyHash hash, byte[] canonical, PolicySignature first, PolicySignature second, Instant at) {
        if (first.signer().equals(second.signer())) {
            throw new IllegalArgumentException("a policy is published by two people");
        }
        jdbc.sql("insert into policy_version (hash, canonical, signer_one, signature_one, signer_two, signature_two,"
                        + " published_at) values (:hash, :canonical, :signerOne, :one, :signerTwo, :two, :at)"
                        + " on conflict (hash) do nothing")
                .param("hash", hash.hex())
                .param("canonical", canonical)
                .param("signerOne", first.signer())
                .param("one", first.signature())
                .param("signerTwo", second.signer())
                .param("two", second.signature())
                .param("at", Columns.time(at))
                .update();
        jdbc.sql("insert into policy_head (only_one, hash) values (true, :hash)"
                        + " on conflict (only_one) do update set hash = excluded.hash")
                .param("hash", hash.hex())
                .update();
    }

    private static PolicyHead row(ResultSet row, int number) throws SQLException {
        return new PolicyHead(
                new PolicyHash(row.getString("hash")),
                row.getBytes("canonical"),
                new PolicySignature(row.getString("signer_one"), row.getBytes("signature_one")),
                new PolicySignature(row.getString("signer_two"), row.getBytes("signature_two")),
                Columns.instant(row, "published_at"));
    }
}
