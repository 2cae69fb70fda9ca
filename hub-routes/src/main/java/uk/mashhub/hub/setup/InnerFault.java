package uk.mashhub.hub.setup;

/** A fault in words for whoever typed a command. */
public final class InnerFault {
    private InnerFault() {}

    /** What the innermost cause says, on one line. */
    public static String words(Throwable fault) {
        Throwable inner = fault;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String said = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return said.lines().findFirst().orElse("").strip();
    }
}
