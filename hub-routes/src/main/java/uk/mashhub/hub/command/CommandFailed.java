package uk.mashhub.hub.command;

/** A command that could not do its work, with a plain reason for whoever typed it. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailed(String reason) {
        super(reason, null, false, false);
    }
}
