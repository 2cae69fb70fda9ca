package uk.mashhub.match.link;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.match.weight.Comparison;
import uk.mashhub.match.weight.Field;
import uk.mashhub.match.weight.Grade;
import uk.mashhub.match.weight.Profile;

/**
 * Rules that no weight overrides. Some say no; others hold a pair for somebody to look at, however much speaks for it. None of them ever joins. People who live together agree in so much that only forename, date of birth and numbers
 * tell them apart.
 */
public enum Guard {
    /** Adoption, gender recognition, protection: only the named unit joins such records (domain notes 2.3). */
    KEPT_APART(Verdict.NO, "a statute keeps one of the records apart") {
        @Override
        boolean holds(Profile a, Profile b, Comparison c) {
            return a.apart() || b.apart();
        }
    },
    /** A record that carries the superseded number beside the new one agrees with both. */
    NHS_NUMBERS_DIFFER(Verdict.NO, "the NHS numbers differ and no other number agrees") {
        @Override
        boolean holds(Profile a, Profile b, Comparison c) {
            return c.is(Field.NHS_NUMBER, Grade.DIFFERENT) && !anotherNumber(c);
        }
    },
    SIBLINGS(Verdict.UNLIKELY, "forename and date of birth both differ, as with siblings") {
        @Override
        boolean holds(Profile a, Profile b, Comparison c) {
            return c.is(Field.FORENAME, Grade.DIFFERENT)
                    && (c.is(Field.BORN, Grade.DIFFERENT) || c.is(Field.BORN, Grade.YEAR))
                    && !number(c);
        }
    },
    NUMBERS_DIFFER(Verdict.HOLD, "numbers that name a person differ") {
        @Override
        boolean holds(Profile a, Profile b, Comparison c) {
            return c.is(Field.NHS_NUMBER, Grade.DIFFERENT)
                    || c.is(Field.UPN, Grade.DIFFERENT)
                    || c.is(Field.PNC_ID, Grade.DIFFERENT)
                    || c.is(Field.CRN, Grade.DIFFERENT)
                    || c.is(Field.LOCAL_ID, Grade.DIFFERENT);
        }
    },
    /**
     * Twins share everything but the forename; a child known by another name does too. In many families all brothers
     * share the first of two forenames: Chun-Hei and Chun-Ho, Mohammed Ali and Mohammed Omar.
     */
    FORENAME_IN_DOUBT(Verdict.HOLD, "the forenames do not agree or are not known, as with twins") {
        @Override
        boolean holds(Profile a, Profile b, Comparison c) {
            boolean otherSex = c.is(Field.FORENAME, Grade.VARIANT) && c.is(Field.SEX, Grade.DIFFERENT);
            return !number(c) && (otherSex || c.is(Field.OTHER_NAMES, Grade.DIFFERENT) || !forenameAgrees(c));
        }
    },
    /** A child named after a parent shares everything but the date of birth. */
    BIRTH_IN_DOUBT(
            Verdict.HOLD, "the date of birth does not agree or is not known, as with a child named after a parent") {
        @Override
        boolean holds(Profile a, Profile b, Comparison c) {
            return !number(c) && !c.is(Field.BORN, BORN);
        }
    };

    /** What a guard does to a pair. */
    enum Verdict {
        /** Never together. */
        NO,
        /** Below what anybody looks at. */
        UNLIKELY,
        /** Never together unless somebody says so. */
        HOLD
    }

    private static final Set<Grade> FORENAME = EnumSet.of(Grade.SAME, Grade.VARIANT, Grade.SWAPPED);
    private static final Set<Grade> WHOLE = EnumSet.of(Grade.SAME, Grade.SWAPPED);
    private static final Set<Grade> BORN = EnumSet.of(Grade.SAME, Grade.SAME_DEFAULT, Grade.SWAPPED, Grade.CLOSE);

    /** Asked of millions of pairs: a copy for each would cost more than the asking. */
    private static final List<Guard> ALL = List.of(values());

    private final Verdict verdict;
    private final String words;

    Guard(Verdict verdict, String words) {
        this.verdict = verdict;
        this.words = words;
    }

    abstract boolean holds(Profile a, Profile b, Comparison c);

    Verdict verdict() {
        return verdict;
    }

    /** Whether it holds a pair for somebody to look at, and does not say no. */
    public boolean leavesToAPerson() {
        return verdict == Verdict.HOLD;
    }

    /** Why, after the waterfall of the weights. */
    public String words() {
        return words;
    }

    /** The first guard that applies to two records. */
    public static Optional<Guard> of(Profile a, Profile b, Comparison comparison) {
        for (Guard guard : ALL) {
            if (guard.holds(a, b, comparison)) {
                return Optional.of(guard);
            }
        }
        return Optional.empty();
    }

    private static boolean forenameAgrees(Comparison c) {
        return c.is(Field.FORENAME, FORENAME) || c.is(Field.WHOLE_NAME, WHOLE);
    }

    private static boolean number(Comparison c) {
        return c.is(Field.NHS_NUMBER, Grade.SAME) || anotherNumber(c);
    }

    private static boolean anotherNumber(Comparison c) {
        return c.is(Field.UPN, Grade.SAME)
                || c.is(Field.PNC_ID, Grade.SAME)
                || c.is(Field.CRN, Grade.SAME)
                || c.is(Field.LOCAL_ID, Grade.SAME);
    }
}
