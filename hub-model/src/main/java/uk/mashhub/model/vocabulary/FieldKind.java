package uk.mashhub.model.vocabulary;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a field of an item says. Redaction and generalising act on these and never on words inside a text (ruling 9). */
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

    /** Royal Mail: an area of one or two letters, a district of a digit and a digit or letter, then the inward code. */
    private static final Pattern POSTCODE_AT_THE_END =
            Pattern.compile("(?<![A-Za-z0-9])([A-Za-z]{1,2}[0-9][0-9A-Za-z]?) *[0-9][A-Za-z]{2}[\\s.]*$");

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

    /** Whether less can be said of a value than all of it. */
    public boolean generalises() {
        return this == ADDRESS || this == POSTCODE;
    }

    /**
     * The postcode district of an address or a postcode ({@code EX1} of {@code EX1 2AB}): the outward code of a postcode
     * that stands at its end. Empty for anything else: what is not understood is not given.
     */
    public Optional<String> generalised(String value) {
        if (!generalises()) {
            return Optional.empty();
        }
        Matcher postcode = POSTCODE_AT_THE_END.matcher(value);
        return postcode.find() ? Optional.of(postcode.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /** Whether the value is free text or a document, in which nothing can be redacted safely. */
    public boolean freeText() {
        return this == NARRATIVE || this == ATTACHMENT || this == UNKNOWN;
    }
}
