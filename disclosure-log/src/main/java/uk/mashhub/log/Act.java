package uk.mashhub.log;

/** What happened. A closed list: an act that is not here cannot be logged, and what cannot be logged is not done. */
public enum Act {
    /** A contact was accepted and its sender told so. */
    INTAKE_RECEIPT,
    /** An enquiry left for an agency: a disclosure too (ruling 1). */
    AGENCY_ASKED,
    AGENCY_ANSWERED,
    LINK,
    UNLINK,
    /** The whole trace of one decision under one commitment (ruling 24). */
    DECISION,
    /** One version of one view, one commitment per line, which its recipient can check (ruling 24). */
    DISCLOSURE,
    /** Somebody saw: a view, a list, a search hit, a count, a download (ruling 2). */
    OPENING,
    /** Somebody was refused, or a person decided not to share. */
    REFUSAL,
    /** A decision maker went on without agreement, with reasons. */
    OVERRIDE,
    /** A decision maker took such an override back. */
    OVERRIDE_WITHDRAWN,
    AGREEMENT,
    RATING,
    PURPOSE,
    /** The owner released an item to an audience. */
    RELEASE,
    /** The owner held an item back. */
    HOLD,
    /** The owner wrote the wording that others may read. */
    WORDING,
    /** The owner took an item back, or a view was recalled. */
    RECALL,
    CHILD_DECISION,
    /** The referrer was told the outcome. */
    FEEDBACK,
    /** An enquiry was closed. */
    CLOSING,
    /** A closed enquiry was opened again. */
    REOPENING,
    PHONE_CONTACT,
    /** An agency without a system answered through a person. */
    HAND_ANSWER,
    /** A member of staff was put on or taken off a conflict list (ruling 6). */
    CONFLICT,
    /** A safety flag was raised, changed or ended. */
    FLAG,
    QUARANTINE,
    QUARANTINE_READ,
    REPLAY,
    POLICY_PUBLISH,
    /** An agency stopped sharing, or two people let it share again. */
    SHARING_STOP,
    /** A decision maker broke the glass, an owner was told of it, or it was reviewed (ruling 22). */
    BREAK_GLASS,
    EXPORT,
    SEARCH,
    /** The log, or something that came out of it, was checked from the hub's command line. */
    VERIFICATION,
    /** A legal hold was placed or lifted, or a review at 18 answered. */
    RETENTION,
    /** Something was proposed for erasure, approved, or erased: the last commits to the proof of deletion (ruling 17). */
    ERASURE,
    /** The hub started, over a log that it had verified. */
    START,
    /** The partnership's configuration is another than it was. */
    CONFIGURATION,
    /** The set of keys is another than it was. */
    KEYS,
    /** The log goes on after a restore, naming the lost range (ruling 25). */
    BREAK
}
