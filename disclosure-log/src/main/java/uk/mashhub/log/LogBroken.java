package uk.mashhub.log;

/** What is kept contradicts what the log has signed. Nothing more is signed, and nothing logged, until people have looked. */
public final class LogBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what contradicts what; numbers and places, never content */
    public LogBroken(String what) {
        super(what);
    }
}
