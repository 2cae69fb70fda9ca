package uk.mashhub.model.vocabulary;

/** Third part of the 3x5x2 intelligence grade. */
public enum HandlingCode {
    /** Lawful sharing permitted. */
    P,
    /** Lawful sharing permitted with conditions. */
    C,
    /** The item is not intelligence. */
    NOT_GRADED,
    UNKNOWN
}
