package uk.mashhub.adapter;

import java.util.Objects;

/** A system that could not be asked; it will be asked again. The reason holds no personal data and no address. */
public final class SourceUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public SourceUnavailable(String reason) {
        super(Objects.requireNonNull(reason, "reason"), null, false, false);
    }

    /** Why, in plain words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
