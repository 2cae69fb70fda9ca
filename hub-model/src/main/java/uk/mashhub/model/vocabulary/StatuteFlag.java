package uk.mashhub.model.vocabulary;

/** A statute that restricts disclosure of an item beyond the matrix. Domain notes 2.3. */
public enum StatuteFlag {
    /** Gender Recognition Act 2004 s22. */
    GENDER_RECOGNITION,
    /** Adoption and Children Act 2002 ss56-65. */
    ADOPTION,
    /** Human Fertilisation and Embryology Act 1990 s33A. */
    ASSISTED_CONCEPTION,
    /** Serious Organised Crime and Police Act 2005 ss82-86. */
    WITNESS_PROTECTION,
    /** Sexual Offences (Amendment) Act 1992: lifelong anonymity. */
    SEXUAL_OFFENCE_COMPLAINANT,
    /** Administration of Justice Act 1960 s12; FPR 2010 r12.73. */
    FAMILY_COURT,
    UNKNOWN
}
