package uk.mashhub.model.decision;

/** What goes with an item that is given. */
public enum Obligation {
    NO_ONWARD_SHARING,
    /** The owner is told to whom it is shown. */
    NOTIFY_ORIGINATOR,
    SHOW_GRADE_IN_WORDS,
    SHOW_HANDLING_TEXT,
    SHOW_STATUS,
    /** The reader is told until when it may be read. */
    SHOW_LAST_DAY,
    TELL_SUBJECT,
    DO_NOT_TELL_SUBJECT
}
