package uk.mashhub.model.person;

/** What a name is for. Aliases and former names leak: adoption, gender recognition (domain notes 2.3). */
public enum NameUse {
    USUAL,
    ALIAS,
    FORMER,
    BIRTH,
    UNKNOWN
}
