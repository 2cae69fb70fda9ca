package uk.mashhub.model.enquiry;

/** Silence is never 'nothing known' (law 7). */
public enum SourceState {
    NOT_ASKED,
    ASKED,
    ANSWERED,
    NO_RECORD,
    REFUSED,
    UNAVAILABLE
}
