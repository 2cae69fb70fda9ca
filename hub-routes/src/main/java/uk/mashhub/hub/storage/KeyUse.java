package uk.mashhub.hub.storage;

/** The keys of which there is one each. Made once, when the keystore is made; never silently made anew. */
public enum KeyUse {
    /** HMAC-SHA-256 of blocking keys. */
    BLOCKING,
    /** HMAC-SHA-256 of message ids and of the digests of bodies. */
    MESSAGE_DIGEST,
    /** HMAC-SHA-256 behind the random-looking ids that readers see. */
    HANDLES,
    /** The MAC of sealed views, received by the policy engine alone (ruling 20). */
    POLICY_SEAL,
    /** The Ed25519 seed (RFC 8032) of the disclosure log. */
    LOG_SIGNING
}
