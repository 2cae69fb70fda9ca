package uk.mashhub.log.note;

/** Signs with a private key, wherever that is kept. */
@FunctionalInterface
public interface Signer {
    /**
     * The signature over exactly these bytes.
     *
     * @throws RuntimeException if the key cannot be reached: then nothing is logged, so nothing is shown
     */
    byte[] sign(byte[] message);
}
