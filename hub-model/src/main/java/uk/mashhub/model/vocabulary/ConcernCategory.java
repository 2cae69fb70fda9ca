package uk.mashhub.model.vocabulary;

/** What kind of harm is feared. The source's own word is kept beside it. */
public enum ConcernCategory {
    PHYSICAL,
    SEXUAL,
    EMOTIONAL,
    NEGLECT,
    DOMESTIC_ABUSE,
    EXPLOITATION,
    MISSING,
    ONLINE,
    RADICALISATION,
    FGM,
    TRAFFICKING,
    PRIVATE_FOSTERING,
    UNKNOWN
}
