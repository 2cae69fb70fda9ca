package uk.mashhub.policy;

/** The answer to a question that is not about an item (ruling 3). */
public enum Ruling {
    ALLOW,
    REFUSE,
    /** Not now: a named person must look. Treated as REFUSE until then. */
    REVIEW
}
