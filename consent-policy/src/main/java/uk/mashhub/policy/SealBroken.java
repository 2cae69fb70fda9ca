package uk.mashhub.policy;

/** Stored bytes are not a view that this hub sealed for that key. They must not be served. Says nothing of the content. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String what) {
        super(what);
    }
}
