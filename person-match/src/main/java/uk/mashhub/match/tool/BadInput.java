package uk.mashhub.match.tool;

/** A file that cannot be read without guessing; the message names the file and the line and holds no value. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }
}
