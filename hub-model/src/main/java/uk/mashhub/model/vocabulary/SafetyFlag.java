package uk.mashhub.model.vocabulary;

/** Safety belongs to people and households, not to fields (law 6 of the house). */
public enum SafetyFlag {
    /** The address, and all that leads to it, is kept from the perpetrator side. */
    SAFE_ADDRESS,
    /** Marked restricted on the Personal Demographics Service; read as SAFE_ADDRESS for the household. */
    PDS_RESTRICTED,
    /** Alleged or known to have harmed a protected person. */
    PERPETRATOR_LINKED,
    /** Serious Organised Crime and Police Act 2005 s82. */
    PROTECTED_PERSON,
    /** Probation limited access: named users only. */
    LIMITED_ACCESS,
    RISK_TO_STAFF,
    UNKNOWN;

    /** Whether it hides locations from the perpetrator side. An unknown flag does. */
    public boolean hidesLocation() {
        return this == SAFE_ADDRESS || this == PDS_RESTRICTED || this == PROTECTED_PERSON || this == UNKNOWN;
    }
}
