package uk.mashhub.model.vocabulary;

/** Government security classification. Above OFFICIAL-SENSITIVE nothing is kept on this platform. */
public enum Classification {
    OFFICIAL,
    OFFICIAL_SENSITIVE,
    SECRET,
    TOP_SECRET,
    UNKNOWN;

    /** Whether the hub may hold it. UNKNOWN may be held, for a person to look at. */
    public boolean mayBeHeld() {
        return this != SECRET && this != TOP_SECRET;
    }
}
