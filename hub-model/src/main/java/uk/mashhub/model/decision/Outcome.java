package uk.mashhub.model.decision;

/** What the reader gets, from most to least. Gates combine by the lesser (ruling 7). */
public enum Outcome {
    SHOW,
    /** Show with the named fields taken out. */
    REDACT,
    /** Show the owner's own wording only. */
    SUMMARISE,
    /** Owner, kind and contact. */
    EXISTS,
    /** Something is held; whom to ring. No kind, no count. */
    WITHHOLD,
    /** No sign at all. */
    SILENT;

    /** The lesser of two. */
    public Outcome and(Outcome other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    /** Whether this gives the reader no more than the other. */
    public boolean atMost(Outcome other) {
        return ordinal() >= other.ordinal();
    }
}
