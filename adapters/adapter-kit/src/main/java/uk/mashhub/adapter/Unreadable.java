package uk.mashhub.adapter;

import java.util.Objects;

/** A message that cannot be translated. Says where and why, and repeats nothing of the message's values. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of fault, as the sender is told it. */
    public enum Fault {
        /** Not well-formed JSON, XML or FHIR. */
        MALFORMED,
        /** Well-formed, but not as its schema says. */
        NOT_VALID,
        /** An XML document type, entity or other construct that is never accepted. */
        FORBIDDEN_CONSTRUCT,
        TOO_LARGE,
        /** A version or year of the schema that this adapter does not read. */
        WRONG_VERSION,
        /** Classified above OFFICIAL-SENSITIVE: the body must not be kept. */
        CLASSIFIED_TOO_HIGH
    }

    private final Fault fault;
    private final String place;

    /**
     * Makes one.
     *
     * @param place line, field or path, such as {@code line 14} or {@code /children/0/birthDate}
     * @param reason in plain words, without any value of the message
     */
    public Unreadable(Fault fault, String place, String reason) {
        super(Objects.requireNonNull(reason, "reason"), null, false, false);
        this.fault = Objects.requireNonNull(fault, "fault");
        this.place = Objects.requireNonNull(place, "place");
    }

    public Fault fault() {
        return fault;
    }

    public String place() {
        return place;
    }

    /** The reason in plain words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
