package uk.mashhub.hub.triage;

/** There is nothing here for this reader: it does not exist, or it is not theirs, and the page does not say which. */
public final class NotHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotHere() {
        super("nothing here for this reader", null, false, false);
    }
}
