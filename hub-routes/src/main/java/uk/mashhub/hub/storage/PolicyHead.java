package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import uk.mashhub.model.decision.PolicyHash;

/** The policy that the hub decides with (ruling 21). */
public record PolicyHead(
        PolicyHash hash, byte[] canonical, PolicySignature first, PolicySignature second, Instant publishedAt) {
    public PolicyHead {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(canonical, "canonical");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(publishedAt, "publishedAt");
    }

    @Override
    public String toString() {
        return "PolicyHead[" + hash + "]";
    }
}
