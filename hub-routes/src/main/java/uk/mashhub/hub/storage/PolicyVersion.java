package uk.mashhub.hub.storage;

import java.util.Objects;
import uk.mashhub.model.decision.PolicyHash;

/**
 * A policy as it is kept.
 *
 * @param canonical its one spelling, of which {@code hash} is the SHA-256
 * @param files its agreements as they were written, UTF-8 JSON
 */
public record PolicyVersion(PolicyHash hash, byte[] canonical, byte[] files) {
    public PolicyVersion {
        Objects.requireNonNull(hash, "hash");
        canonical = canonical.clone();
        files = files.clone();
    }

    @Override
    public byte[] canonical() {
        return canonical.clone();
    }

    @Override
    public byte[] files() {
        return files.clone();
    }

    @Override
    public String toString() {
        return "PolicyVersion[" + hash + "]";
    }
}
