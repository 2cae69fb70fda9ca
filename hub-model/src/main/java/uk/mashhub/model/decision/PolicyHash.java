package uk.mashhub.model.decision;

import java.util.Objects;

/** SHA-256 of a policy in its canonical form, 64 lower-case hex digits. On every decision. */
public record PolicyHash(String hex) {
    public PolicyHash {
        Objects.requireNonNull(hex, "hex");
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a policy hash has 64 hex digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
