package uk.mashhub.model.enquiry;

/** Where an enquiry stands. */
public enum Stage {
    /** Received, not yet rated. */
    RECEIVED,
    /** The child has an open case: passed to the allocated worker, nobody else is asked. */
    OPEN_CASE,
    /** Rated; agencies are being asked. */
    ENQUIRING,
    /** All answered, or the clock has run out; waits for the decision. */
    READY,
    /** A decision is recorded for every child. */
    DECIDED,
    CLOSED
}
