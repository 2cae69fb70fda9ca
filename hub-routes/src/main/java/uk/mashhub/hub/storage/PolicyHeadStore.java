package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.decision.PolicyHash;

/** The published head of the policy. Files are drafts; this is what counts (ruling 21). Signatures are checked by callers. */
public final class PolicyHeadStore {
    private static final String SELECT = "select hash, proposal_id from policy_head";

    private final JdbcClient jdbc;
    private final OncePerTransaction<Optional<PolicyHead>> held = new OncePerTransaction<>();

    public PolicyHeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The head; empty before the first publish, when nothing can be decided. */
    public Optional<PolicyHead> head() {
        return jdbc.sql(SELECT).query(PolicyHeadStore::row).optional();
    }

    /** Holds the head where it is until the caller's transaction ends, and says which it is. */
    public Optional<PolicyHead> hold() {
        return held.known().orElseGet(() -> {
            Optional<PolicyHead> head =
                    jdbc.sql(SELECT + " for share").query(PolicyHeadStore::row).optional();
            // Where there is none there is nothing to hold: the first may be published at any moment.
            head.ifPresent(h -> held.remember(head));
            return head;
        });
    }

    /** Keeps everybody else from it until the caller's transaction ends. Waits for decisions under way to end. */
    public Optional<PolicyHead> lock() {
        return jdbc.sql(SELECT + " for update").query(PolicyHeadStore::row).optional();
    }

    /** Moves the head. Waits for decisions under way to end; the caller locks nothing that they may wait for. */
    public void move(PolicyHead to) {
        held.forget();
        jdbc.sql(
                        "insert into policy_head (only_one, hash, proposal_id) values (true, :hash, :proposal)"
                                + " on conflict (only_one) do update set hash = excluded.hash, proposal_id = excluded.proposal_id")
                .param("hash", to.hash().hex())
                .param("proposal", to.proposal())
                .update();
    }

    private static PolicyHead row(ResultSet row, int number) throws SQLException {
        UUID proposal = Columns.uuid(row, "proposal_id");
        return new PolicyHead(new PolicyHash(row.getString("hash")), proposal);
    }
}
