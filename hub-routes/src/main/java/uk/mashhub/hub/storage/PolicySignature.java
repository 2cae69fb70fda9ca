package uk.mashhub.hub.storage;

import java.util.Objects;

/**
 * One IG lead's signature over a policy's hash.
 *
 * @param signer the signer's random id
 */
public record PolicySignature(String signer, byte[] signature) {
    public PolicySignature {
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(signature, "signature");
    }

    @Override
    public String toString() {
        return "PolicySignature[" + signer + "]";
    }
}
