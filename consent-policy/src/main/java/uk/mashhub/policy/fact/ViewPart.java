package uk.mashhub.policy.fact;

/** Parts of a view that are not items. Each is hidden unless a rule allows it. */
public enum ViewPart {
    /** That there is an index child, before anything is shown of it. */
    INDEX_CHILD,
    /** How every agency stands to the enquiry. */
    AGENCY_STATES,
    /** How the reader's own agency stands to it. */
    OWN_AGENCY_STATE,
    /** The names of owners and systems on lines and stubs. */
    OWNERS_NAMED,
    /** That something is held, and whom to ring. */
    WITHHELD_STUBS,
    HOUSEHOLDS,
    SAFE_ADDRESS_BANNER,
    RISK_TO_STAFF_BANNER,
    /** What was decided for each child. */
    DECISION_OUTCOMES,
    /** Why, and who disagreed: free text of the decision maker. */
    DECISION_RATIONALE
}
