package uk.mashhub.model.vocabulary;

/** What kind of agency: the sharing matrix speaks of sectors, configuration names the agencies. */
public enum Sector {
    LOCAL_AUTHORITY,
    POLICE,
    HEALTH,
    EDUCATION,
    PROBATION,
    HOUSING,
    ADULT_SOCIAL_CARE,
    YOUTH_JUSTICE,
    EARLY_HELP,
    FAMILY,
    UNKNOWN
}
