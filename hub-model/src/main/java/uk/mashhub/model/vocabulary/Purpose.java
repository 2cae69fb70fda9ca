package uk.mashhub.model.vocabulary;

/** What information is asked for. Belongs to the enquiry, never to a request. Domain notes 2.5. */
public enum Purpose {
    PRESCREEN,
    MASH_ENQUIRY,
    /** Children Act 1989 section 17. */
    S17,
    /** Children Act 1989 section 47. */
    S47,
    STRATEGY,
    /** Emergency protection order (s44) or police protection (s46). */
    EPO_S46,
    EARLY_HELP,
    /** Care Act 2014 section 42. */
    S42_ADULT,
    MARAC,
    LADO,
    ENCOMPASS,
    FEEDBACK,
    SAR,
    AUDIT,
    EMERGENCY,
    UNKNOWN;

    /** Whether a decision maker has recorded reasonable cause to suspect significant harm, or more. */
    public boolean atLeastSection47() {
        return this == S47 || this == STRATEGY || this == EPO_S46 || this == EMERGENCY;
    }
}
