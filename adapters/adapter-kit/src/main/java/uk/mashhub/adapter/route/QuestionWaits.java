package uk.mashhub.adapter.route;

/** The source cannot be asked now; thrown so that the broker takes the question back and delivers it again later. */
public final class QuestionWaits extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QuestionWaits() {
        super("the source is unavailable; the question waits", null, false, false);
    }
}
