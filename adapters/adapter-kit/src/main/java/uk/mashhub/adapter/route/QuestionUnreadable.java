package uk.mashhub.adapter.route;

/** A question that does not open or is no question: it will never be answered, and must be moved aside. */
public final class QuestionUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QuestionUnreadable() {
        super("the question cannot be read", null, false, false);
    }
}
