package uk.mashhub.model.vocabulary;

/** What a field of an item says. Redaction acts on these and never on words inside a text (ruling 9). */
public enum FieldKind {
    NAME,
    ALIAS,
    BIRTH_DATE,
    SEX,
    IDENTIFIER,
    ADDRESS(true),
    POSTCODE(true),
    TELEPHONE(true),
    EMAIL(true),
    SCHOOL(true),
    GP_PRACTICE(true),
    SERVICE_NAME(true),
    VEHICLE(true),
    AREA_NAME(true),
    AGENCY_NAME(true),
    ROLE,
    RELATIONSHIP,
    EVENT_DATE,
    STATUS,
    CATEGORY,
    GRADE,
    HANDLING_TEXT,
    /** Anything that leads to the source of intelligence. */
    SOURCE_DETAIL,
    CONTACT_POINT(true),
    RISK_LEVEL,
    PLAN,
    LEGAL_STATUS,
    OUTCOME,
    ATTENDANCE,
    NARRATIVE,
    ATTACHMENT,
    UNKNOWN;

    private final boolean locates;

    FieldKind() {
        this(false);
    }

    FieldKind(boolean locates) {
        this.locates = locates;
    }

    /** Whether the value may lead somebody to where a person is. Free text may always. */
    public boolean locates() {
        return locates || freeText();
    }

    /** Whether the value is free text or a document, in which nothing can be redacted safely. */
    public boolean freeText() {
        return this == NARRATIVE || this == ATTACHMENT || this == UNKNOWN;
    }
}
