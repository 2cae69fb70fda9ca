package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import uk.mashhub.model.id.UserId;

/**
 * One IG lead's signature of a proposal.
 *
 * @param signature what the hub attests: that this person, signed in, signed this proposal at this time
 */
public record PolicySignature(UserId signer, Instant at, byte[] signature) {
    public PolicySignature {
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(at, "at");
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public String toString() {
        return "PolicySignature[" + signer + "]";
    }
}
