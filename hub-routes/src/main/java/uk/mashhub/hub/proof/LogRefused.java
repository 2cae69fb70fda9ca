package uk.mashhub.hub.proof;

/** The log was found not to be the one that was signed. Nothing is logged, so nothing is done or shown (law 2). */
public final class LogRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogRefused(String why) {
        super(why, null, false, false);
    }
}
