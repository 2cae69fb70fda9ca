package uk.mashhub.model.enquiry;

/** Outcomes of the threshold decision; several at once, and per child (domain notes 1.6). */
public enum ThresholdOutcome {
    NO_FURTHER_ACTION,
    INFORMATION_AND_ADVICE,
    SIGNPOST_UNIVERSAL,
    EARLY_HELP,
    S17_ASSESSMENT,
    STRATEGY_DISCUSSION,
    IMMEDIATE_PROTECTION,
    PASS_TO_OPEN_CASE,
    PASS_TO_OTHER_LOCAL_AUTHORITY,
    ADULT_SOCIAL_CARE,
    LADO,
    MARAC,
    PREVENT_CHANNEL,
    MISSING_EXPLOITATION_PANEL
}
