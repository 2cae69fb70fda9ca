package uk.mashhub.match;

/** How sure it is that two records are of one person, from surest to surely not. */
public enum Band {
    /** May be linked without a person looking. */
    CERTAIN,
    /** Above the review threshold: somebody must look. Restrictions travel, facts wait (ruling 10). */
    POSSIBLE,
    /** Two people, whatever else agrees. */
    DEFINITE_NO
}
