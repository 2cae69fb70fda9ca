package uk.mashhub.log.note;

/** What a note says of a key. */
public enum Standing {
    /** The key signed the note. */
    SIGNED,
    /** A signature says that it is this key's and is not: the whole note is to be rejected. */
    WRONG,
    /** A signature says that it is this key's, of a type that cannot be checked here. */
    NOT_CHECKED,
    /** No signature says that it is this key's. */
    ABSENT
}
