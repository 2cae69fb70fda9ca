package uk.mashhub.model.decision;

/** What goes with an item that is given. */
public enum Obligation {
    NO_ONWARD_SHARING,
    NOTIFY_ORIGINATOR,
    SHOW_GRADE_IN_WORDS,
    SHOW_HANDLING_TEXT,
    SHOW_STATUS,
    TELL_SUBJECT,
    DO_NOT_TELL_SUBJECT
}
