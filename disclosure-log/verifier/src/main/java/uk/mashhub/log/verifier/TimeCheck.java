package uk.mashhub.log.verifier;

import java.util.Optional;

/** Checks the word of time authorities that the reader trusts (RFC 3161). The JDK alone cannot. */
@FunctionalInterface
public interface TimeCheck {
    /**
     * Who stamped a message, and when.
     *
     * @param token DER of a TimeStampToken
     * @return in words: the time, and the authority's name; empty unless one of these authorities stamped exactly this message
     */
    Optional<String> stamped(byte[] token, byte[] message);
}
