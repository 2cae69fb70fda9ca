package uk.mashhub.model.vocabulary;

/** 'Not sought' is a state of its own, never a null. */
public enum ConsentState {
    GIVEN,
    REFUSED,
    WITHDRAWN,
    NOT_SOUGHT,
    UNKNOWN
}
