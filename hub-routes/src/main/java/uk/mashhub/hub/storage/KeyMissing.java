package uk.mashhub.hub.storage;

/** A key that should be in the keystore is not, or the keystore cannot be read. The hub stops rather than make another. */
public final class KeyMissing extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    KeyMissing(String what) {
        super(what);
    }

    KeyMissing(String what, Throwable cause) {
        super(what, cause);
    }
}
