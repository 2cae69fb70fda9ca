package uk.mashhub.model.vocabulary;

/** Under which part of data-protection law the owner holds the item. */
public enum Regime {
    UK_GDPR,
    /** Data Protection Act 2018 Part 3, law enforcement processing. */
    DPA_PART_3,
    UNKNOWN
}
