package uk.mashhub.model.decision;

/** Who must look before an item may be given. */
public enum Reviewer {
    OWNER,
    DECISION_MAKER,
    HEALTH_LEAD,
    LEGAL,
    ADOPTION_LEAD,
    PROTECTED_PERSONS_UNIT,
    SAFE_CONTACT_OFFICER,
    IG_LEAD
}
