package uk.mashhub.log;

/** Checks signatures of one key. */
@FunctionalInterface
public interface Verifier {
    /** Whether the signature is this key's over exactly these bytes. Never throws on a malformed signature. */
    boolean verify(byte[] message, byte[] signature);
}
