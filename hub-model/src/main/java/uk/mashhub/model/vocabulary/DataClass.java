package uk.mashhub.model.vocabulary;

/** What kind of information an item is: the rows of the sharing matrix (domain notes 2.7, rulings 8). */
public enum DataClass {
    IDENTITY,
    LOCATION,
    INVOLVEMENT,
    EDUCATION,
    CHILD_HEALTH,
    PARENT_HEALTH_TREATMENT,
    SEXUAL_REPRODUCTIVE_HEALTH,
    CONVICTION_ORDER_BAIL,
    ALLEGATION,
    INTELLIGENCE,
    DOMESTIC_ABUSE_INCIDENT,
    HOUSING,
    PROBATION,
    THIRD_PARTY_IDENTITY,
    REFERRAL_NARRATIVE,
    PLAN_LEGAL_STATUS,
    /** Minutes of a multi-agency risk assessment conference. */
    MARAC_MINUTES,
    /** Who asked for a disclosure under DVDS or CSODS. */
    DISCLOSURE_SCHEME_APPLICANT,
    /** Free text, a scan or a photograph that nobody has classified. */
    UNCLASSIFIED,
    UNKNOWN
}
