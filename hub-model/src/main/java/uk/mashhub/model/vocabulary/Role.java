package uk.mashhub.model.vocabulary;

/** What a reader is in the hub, or what a recipient is to it. Domain notes 1.5. */
public enum Role {
    /** Local-authority manager who decides the threshold and overrides. */
    DECISION_MAKER,
    SCREENING_SOCIAL_WORKER,
    /** An agency's co-located researcher or navigator. */
    AGENCY_RESEARCHER,
    /** Releases the agency's own items: police sergeant, specialist nurse, education lead. */
    AGENCY_LEAD,
    /** Creates records and chases returns; never reads content. */
    BUSINESS_SUPPORT,
    /** Acts for one person of the household, such as a housing or probation officer. */
    CASE_WORKER,
    SAFE_CONTACT_OFFICER,
    ADOPTION_LEAD,
    PROTECTED_PERSONS_UNIT,
    LINK_STEWARD,
    IG_LEAD,
    /** An agency's source system, as the recipient of a question. */
    SOURCE_SYSTEM,
    ALLOCATED_WORKER,
    REFERRER,
    FAMILY_MEMBER,
    UNKNOWN
}
