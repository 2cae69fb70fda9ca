package uk.mashhub.hub.triage;

import java.util.Objects;

/** An act that the person's role, or the state of the enquiry, does not allow. The reason is for the person to read. */
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String reason) {
        super(Objects.requireNonNull(reason, "reason"), null, false, false);
    }

    /** The reason, for the person to read. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
