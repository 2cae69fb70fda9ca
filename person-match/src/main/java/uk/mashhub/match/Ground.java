package uk.mashhub.match;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules, nearest first: the first that holds decides. A certain link needs something that agrees and nothing that
 * contradicts; what contradicts a number that agrees is for a person to look at, never a reason to drop it.
 */
enum Ground {
    SAME_NUMBER(
            Band.CERTAIN,
            "a checked number and the name agree, nothing contradicts",
            e -> e.identifiers().agrees()
                    && e.current().inPart()
                    && !e.contradicts()
                    && (e.identifiers().checkedAgrees()
                            || e.date().agrees()
                            || e.current().whole())),
    SAME_NAME_DATE_AND_PLACE(
            Band.CERTAIN,
            "full name, date of birth and address agree, nothing contradicts",
            e -> e.current().full() && e.date() == DateLevel.EXACT && e.place() && !e.contradicts()),
    NUMBER_IN_DOUBT(
            Band.POSSIBLE,
            "a number agrees, but something contradicts it or nothing bears it out",
            e -> e.identifiers().agrees()),
    NHS_NUMBERS_DIFFER(
            Band.DEFINITE_NO,
            "the NHS numbers differ and no other number agrees",
            e -> e.identifiers().nhsNumbersDiffer()),
    TWINS(
            Band.DEFINITE_NO,
            "surname, date of birth and address agree and the forenames differ, as with twins",
            e -> e.any().family() == Level.EXACT
                    && e.any().given() == Level.DIFFERENT
                    && !e.any().reordered()
                    && e.date().agrees()
                    && e.place()),
    SAME_NAME_AND_DATE(
            Band.POSSIBLE,
            "full name and date of birth agree",
            e -> e.any().full() && e.date().agrees()),
    LIKE_NAME_AND_DATE(
            Band.POSSIBLE,
            "the names are alike and the date of birth agrees",
            e -> e.date().agrees()
                            && e.any().family().agrees()
                            && e.any().given().like()
                    || e.date().sameDay()
                            && e.any().given() == Level.EXACT
                            && e.any().family() == Level.LOOSE
                    || e.date().sameDay() && e.any().reordered()),
    SAME_NAME_NEAR_DATE(
            Band.POSSIBLE,
            "full name agrees and the date of birth nearly so",
            e -> e.any().full() && e.date().near()),
    SAME_FORENAME_DATE_AND_PLACE(
            Band.POSSIBLE,
            "forename, date of birth and address agree, the surname does not",
            e -> e.any().given() == Level.EXACT && e.date().agrees() && e.place()),
    UNNAMED_CHILD(
            Band.POSSIBLE,
            "surname, date and address agree and a forename is not fully known",
            e -> e.any().family() == Level.EXACT
                    && e.any().given() != Level.DIFFERENT
                    && (e.date().agrees() || e.date() == DateLevel.EXPECTED)
                    && e.place()),
    SAME_NAME_AND_PLACE(
            Band.POSSIBLE,
            "full name and address agree and a date of birth is not known",
            e -> e.any().full() && e.date() == DateLevel.MISSING && e.place());

    private final Band band;
    private final String words;
    private final Predicate<Evidence> rule;

    Ground(Band band, String words, Predicate<Evidence> rule) {
        this.band = band;
        this.words = words;
        this.rule = rule;
    }

    Band band() {
        return band;
    }

    String words() {
        return words;
    }

    /** The first rule that holds; empty means that there is nothing to say that the two are one, or that they are not. */
    static Optional<Ground> of(Evidence evidence) {
        return Arrays.stream(values()).filter(g -> g.rule.test(evidence)).findFirst();
    }
}
