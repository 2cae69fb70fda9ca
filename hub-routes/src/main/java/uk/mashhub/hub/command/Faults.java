package uk.mashhub.hub.command;

/** Faults in words for whoever typed a command. */
final class Faults {
    private Faults() {}

    /** What the innermost cause says, on one line. */
    static String words(Throwable fault) {
        Throwable inner = fault;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String said = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return said.lines().findFirst().orElse("").strip();
    }
}
