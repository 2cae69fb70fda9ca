package uk.mashhub.model.vocabulary;

/** What leaves the one door. */
public enum Artefact {
    /** Read in the room by a vetted team. */
    INSIDE_RECORD,
    /** The sanitised wording that leaves the room. */
    INFO_PRODUCT,
    /** The question put to an agency's source. */
    ENQUIRY,
    RECEIPT,
    FEEDBACK,
    STATUTORY_PUSH,
    UNKNOWN
}
