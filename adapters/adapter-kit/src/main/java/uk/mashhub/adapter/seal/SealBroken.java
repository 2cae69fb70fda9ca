package uk.mashhub.adapter.seal;

/** A body that does not open. Says nothing more: whoever tampers learns nothing from it. */
public final class SealBroken extends Exception {
    private static final long serialVersionUID = 1L;

    SealBroken() {
        super("the sealed body does not open", null, false, false);
    }
}
