package uk.mashhub.model.vocabulary;

/** How one person is related to another. */
public enum RelationshipKind {
    PARENT_OF,
    STEP_PARENT_OF,
    SIBLING_OF,
    GRANDPARENT_OF,
    CARER_OF,
    PARTNER_OF,
    EX_PARTNER_OF,
    PARENTAL_RESPONSIBILITY_FOR,
    PROFESSIONAL_FOR,
    OTHER,
    UNKNOWN
}
