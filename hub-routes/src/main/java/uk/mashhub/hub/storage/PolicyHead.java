package uk.mashhub.hub.storage;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.model.decision.PolicyHash;

/** The policy that the hub decides with, and the proposal by which it came to be so (ruling 21). */
public record PolicyHead(PolicyHash hash, UUID proposal) {
    public PolicyHead {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(proposal, "proposal");
    }
}
