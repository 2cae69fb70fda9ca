package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.UserId;

/** Every policy that was proposed, and who signed which. Nothing here is ever changed or taken away. */
public final class PolicyStore {
    private static final String PROPOSAL = "select proposal_id, hash, starts_at, proposed_at from policy_proposal p ";

    private final JdbcClient jdbc;

    public PolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a policy; the first text under a hash stays. */
    public void keep(PolicyVersion version, Instant at) {
        jdbc.sql("insert into policy_version (hash, canonical, files, kept_at) values (:hash, :canonical, :files, :at)"
                        + " on conflict (hash) do nothing")
                .param("hash", version.hash().hex())
                .param("canonical", version.canonical())
                .param("files", version.files())
                .param("at", Columns.time(at))
                .update();
    }

    public Optional<PolicyVersion> version(PolicyHash hash) {
        return jdbc.sql("select canonical, files from policy_version where hash = :hash")
                .param("hash", hash.hex())
                .query((row, n) -> new PolicyVersion(hash, row.getBytes("canonical"), row.getBytes("files")))
                .optional();
    }

    /** Adds a proposal that nobody has signed yet. */
    public void propose(PolicyProposal proposal) {
        jdbc.sql("insert into policy_proposal (proposal_id, hash, starts_at, proposed_at)"
                        + " values (:id, :hash, :starts, :at)")
                .param("id", proposal.id())
                .param("hash", proposal.hash().hex())
                .param("starts", Columns.time(proposal.startsAt()))
                .param("at", Columns.time(proposal.proposedAt()))
                .update();
    }

    /** Adds a signature; false if this person has signed it already. */
    public boolean sign(UUID proposal, PolicySignature signature) {
        return jdbc.sql(
                                "insert into policy_signature (proposal_id, signer, at, signature)"
                                        + " values (:id, :signer, :at, :signature) on conflict (proposal_id, signer) do nothing")
                        .param("id", proposal)
                        .param("signer", signature.signer().value())
                        .param("at", Columns.time(signature.at()))
                        .param("signature", signature.signature())
                        .update()
                == 1;
    }

    public Optional<PolicyProposal> proposal(UUID id) {
        return jdbc.sql(PROPOSAL + "where proposal_id = :id")
                .param("id", id)
                .query(PolicyStore::unsigned)
                .optional()
                .map(this::signed);
    }

    /** The newest proposals first. */
    public List<PolicyProposal> newest(int limit) {
        return jdbc
                .sql(PROPOSAL + "order by seq desc limit :limit")
                .param("limit", limit)
                .query(PolicyStore::unsigned)
                .list()
                .stream()
                .map(this::signed)
                .toList();
    }

    /**
     * The proposals that have two signatures, whosever these are, and have started at an instant; the one that was signed last first.
     * So a publish, or a rollback, also takes the place of whatever was signed before it and has not started yet.
     */
    public Stream<PolicyProposal> due(Instant at) {
        return jdbc
                .sql(PROPOSAL + "join (select proposal_id, max(seq) as signed from policy_signature"
                        + " group by proposal_id having count(*) >= 2) s using (proposal_id)"
                        + " where starts_at <= :at order by s.signed desc")
                .param("at", Columns.time(at))
                .query(PolicyStore::unsigned)
                .list()
                .stream()
                .map(this::signed);
    }

    private static PolicyProposal unsigned(ResultSet row, int number) throws SQLException {
        return new PolicyProposal(
                Columns.uuid(row, "proposal_id"),
                new PolicyHash(row.getString("hash")),
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "proposed_at"),
                List.of());
    }

    private PolicyProposal signed(PolicyProposal proposal) {
        List<PolicySignature> signatures = jdbc.sql(
                        "select signer, at, signature from policy_signature where proposal_id = :id order by seq")
                .param("id", proposal.id())
                .query((row, n) -> new PolicySignature(
                        new UserId(Columns.uuid(row, "signer")), Columns.instant(row, "at"), row.getBytes("signature")))
                .list();
        return new PolicyProposal(
                proposal.id(), proposal.hash(), proposal.startsAt(), proposal.proposedAt(), signatures);
    }
}
