package uk.mashhub.match.weight;

import static uk.mashhub.match.weight.Grade.*;

import java.util.List;

/** What of two records is compared, and into which grades, the best first. */
public enum Field {
    FORENAME("forename", SAME, VARIANT, INITIAL, CLOSE, SWAPPED, ELSEWHERE, SOUND, DIFFERENT),
    SURNAME("surname", SAME, HALF, VARIANT, CLOSE, SWAPPED, ELSEWHERE, SOUND, DIFFERENT),
    /** Second and further forenames, and words of the name that stand in no field. */
    OTHER_NAMES("further names", SAME, PART, INITIAL, DIFFERENT),
    /** Where a record does not say which word is the surname. */
    WHOLE_NAME("name", SAME, SWAPPED, VARIANT, CLOSE, PART, SOUND, NEAR, DIFFERENT),
    BORN("date of birth", SAME, SAME_DEFAULT, SWAPPED, CLOSE, YEAR_DEFAULT, NEAR, YEAR, DIFFERENT),
    SEX("sex recorded", SAME, DIFFERENT),
    POSTCODE("postcode", SAME, CLOSE, SECTOR, DISTRICT, AREA, DIFFERENT),
    STREET("address", SAME, CLOSE, PART, DIFFERENT),
    PLACE("town", SAME, CLOSE, DIFFERENT),
    UPRN("property reference", SAME, DIFFERENT),
    PHONE("telephone", SAME, CLOSE, DIFFERENT),
    EMAIL("e-mail", SAME, PART, CLOSE, DIFFERENT),
    WORK("occupation", SAME, DIFFERENT),
    SCHOOL("school", SAME, CLOSE, DIFFERENT),
    MOTHER("mother's name", SAME, CLOSE, DIFFERENT),
    NHS_NUMBER("NHS number", SAME, DIFFERENT),
    UPN("UPN", SAME, DIFFERENT),
    PNC_ID("PNC id", SAME, DIFFERENT),
    CRN("CRN", SAME, DIFFERENT),
    LOCAL_ID("the source's own number", SAME, DIFFERENT);

    /** A grade of a field that one of the records lacks. */
    static final int MISSING = -1;

    private final String words;
    private final List<Grade> grades;

    Field(String words, Grade... grades) {
        this.words = words;
        this.grades = List.of(grades);
    }

    public String words() {
        return words;
    }

    public List<Grade> grades() {
        return grades;
    }

    int grade(Grade grade) {
        return grades.indexOf(grade);
    }

    /** The most of it: what a person keeps for life is seldom written wholly otherwise. */
    double mostDifferent() {
        return this == FORENAME || this == BORN || this == WHOLE_NAME || identifier() ? 0.25 : 0.9;
    }

    /**
     * Grades from near to far: none of them weighs less than one after it. Of names and dates not all stand in it, because
     * what is rare, such as the two names the wrong way round, may say more than what agrees.
     */
    List<Grade> fromNear() {
        return switch (this) {
            case FORENAME, SURNAME -> List.of(SAME, CLOSE, SOUND, DIFFERENT);
            case WHOLE_NAME -> List.of(SAME, CLOSE, NEAR, DIFFERENT);
            case BORN -> List.of(SAME, CLOSE, NEAR, YEAR, DIFFERENT);
            default -> grades;
        };
    }

    /** Numbers that name a person. */
    boolean identifier() {
        return ordinal() >= NHS_NUMBER.ordinal();
    }

    /**
     * The least share of one person's records that is taken to differ. Records that are easily found are of people who
     * stay where they are; whoever moves, marries or flees is as much one person.
     */
    double leastDifferent() {
        return switch (this) {
            case POSTCODE, STREET, PLACE, UPRN, PHONE, EMAIL, SCHOOL, WORK -> 0.1;
            case SURNAME, MOTHER -> 0.05;
            default -> 0.02;
        };
    }
}
