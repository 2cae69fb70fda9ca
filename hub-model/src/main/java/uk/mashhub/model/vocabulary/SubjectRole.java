package uk.mashhub.model.vocabulary;

/** What a person is to the matter. Never inferred from a category (domain notes 3, CPOMS). */
public enum SubjectRole {
    INDEX_CHILD,
    SIBLING,
    PARENT,
    HOUSEHOLD_ADULT,
    ALLEGED_PERPETRATOR,
    VICTIM,
    WITNESS,
    INFORMANT,
    REFERRER,
    THIRD_PARTY,
    PROFESSIONAL,
    UNKNOWN
}
