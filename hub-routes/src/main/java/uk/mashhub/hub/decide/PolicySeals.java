package uk.mashhub.hub.decide;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uk.mashhub.hub.storage.PolicyProposal;
import uk.mashhub.hub.storage.PolicySignature;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.Ed25519Verifier;
import uk.mashhub.model.id.UserId;

/**
 * The hub's attestation that a person, signed in, signed a proposal: Ed25519 (RFC 8032) with the log's key over a statement
 * that begins with words of its own, so that it is never a checkpoint nor a promise. Whoever can write to the database but
 * has no key cannot publish.
 */
public final class PolicySeals {
    private static final String DOMAIN = "mash-hub policy signature v1\n";

    private final Ed25519Signer signer;
    private final Ed25519Verifier verifier;

    public PolicySeals(Ed25519Signer signer) {
        this.signer = signer;
        this.verifier = new Ed25519Verifier(signer.publicKey());
    }

    PolicySignature sign(PolicyProposal proposal, UserId who, Instant at) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        return new PolicySignature(who, kept, signer.sign(statement(proposal, who, kept)));
    }

    /** Whether two different people have signed it, and every signature is the hub's for exactly this proposal. */
    boolean hold(PolicyProposal proposal) {
        return proposal.signed()
                && proposal.signatures().stream()
                        .allMatch(s -> verifier.verify(statement(proposal, s.signer(), s.at()), s.signature()));
    }

    private static byte[] statement(PolicyProposal proposal, UserId who, Instant at) {
        String text = DOMAIN + proposal.id() + "\n" + proposal.hash().hex() + "\n" + proposal.startsAt() + "\n" + who
                + "\n" + at + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
