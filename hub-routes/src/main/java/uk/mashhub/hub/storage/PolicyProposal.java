package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.decision.PolicyHash;

/**
 * That a policy be in force from an instant on.
 *
 * @param signatures in the order in which they were made; two make it hold
 */
public record PolicyProposal(
        UUID id, PolicyHash hash, Instant startsAt, Instant proposedAt, List<PolicySignature> signatures) {
    public PolicyProposal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(startsAt, "startsAt");
        Objects.requireNonNull(proposedAt, "proposedAt");
        signatures = List.copyOf(signatures);
    }

    /** Whether two different people have signed it. */
    public boolean signed() {
        return signatures.stream().map(PolicySignature::signer).distinct().count() >= 2;
    }
}
