package uk.mashhub.match.weight;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import uk.mashhub.match.text.Spelling;
import uk.mashhub.model.vocabulary.Sex;

/** The grades of two records, field by field: what the model weighs. */
public final class Comparison {
    private static final Field[] FIELDS = Field.values();

    private final byte[] grades = new byte[FIELDS.length];
    private Name left = NOBODY;
    private Name right = NOBODY;

    private static final Name NOBODY = Name.of("", "");

    private Comparison() {
        Arrays.fill(grades, (byte) Field.MISSING);
    }

    /** Compares two records; the order of the two does not matter. */
    public static Comparison of(Profile a, Profile b) {
        Comparison result = new Comparison();
        result.names(a.names(), b.names());
        if (a.born().isPresent() && b.born().isPresent()) {
            result.set(Field.BORN, Birth.compare(a.born().get(), b.born().get()));
        }
        if (told(a.sex()) && told(b.sex())) {
            result.set(Field.SEX, a.sex() == b.sex() ? Grade.SAME : Grade.DIFFERENT);
        }
        for (int both = a.filled() & b.filled(); both != 0; both &= both - 1) {
            Field field = FIELDS[Integer.numberOfTrailingZeros(both)];
            result.values(field, a.values(field), b.values(field));
        }
        return result;
    }

    /** The grade of a field by its place in {@link Field#grades()}; -1 where a record lacks the field. */
    int grade(Field field) {
        return grades[field.ordinal()];
    }

    /** Whether both records have the field and it compares so. */
    public boolean is(Field field, Grade grade) {
        int at = grade(field);
        return at >= 0 && field.grades().get(at) == grade;
    }

    /** Whether both records have the field and it compares in one of these ways. */
    public boolean is(Field field, Set<Grade> any) {
        int at = grade(field);
        return at >= 0 && any.contains(field.grades().get(at));
    }

    /** The names of the two records that are nearest, of all that each has. */
    Name left() {
        return left;
    }

    Name right() {
        return right;
    }

    /** All grades as one number, the same for the same grades. */
    public long pattern() {
        long pattern = 0;
        for (Field field : FIELDS) {
            pattern = pattern * (field.grades().size() + 1) + grades[field.ordinal()] + 1;
        }
        return pattern;
    }

    /** The grades of a pattern, by the place of the field. */
    static byte[] grades(long pattern) {
        byte[] grades = new byte[FIELDS.length];
        long rest = pattern;
        for (int i = FIELDS.length - 1; i >= 0; i--) {
            int base = FIELDS[i].grades().size() + 1;
            grades[i] = (byte) (rest % base - 1);
            rest /= base;
        }
        return grades;
    }

    private void set(Field field, Grade grade) {
        grades[field.ordinal()] = (byte) field.grade(grade);
    }

    private void names(List<Name> as, List<Name> bs) {
        if (as.size() == 1 && bs.size() == 1) {
            left = as.get(0);
            right = bs.get(0);
            name(left, right);
            return;
        }
        int best = Integer.MAX_VALUE;
        for (Name a : as) {
            for (Name b : bs) {
                byte[] before = Arrays.copyOf(grades, FIELDS.length);
                name(a, b);
                int steps = steps();
                if (steps < best) {
                    best = steps;
                    left = a;
                    right = b;
                } else {
                    System.arraycopy(before, 0, grades, 0, grades.length);
                }
            }
        }
    }

    private int steps() {
        int steps = 0;
        for (int i = 0; i <= Field.WHOLE_NAME.ordinal(); i++) {
            steps += grades[i] < 0 ? FIELDS[i].grades().size() : 2 * grades[i];
        }
        return steps;
    }

    private void name(Name a, Name b) {
        Arrays.fill(grades, 0, Field.WHOLE_NAME.ordinal() + 1, (byte) Field.MISSING);
        if (!a.split() || !b.split()) {
            set(Field.WHOLE_NAME, WholeNames.compare(a.words(), b.words()));
            return;
        }
        if (!a.forename().isEmpty() && !b.forename().isEmpty()) {
            set(Field.FORENAME, Names.forenames(a, b));
        }
        if (!a.family().isEmpty() && !b.family().isEmpty()) {
            set(Field.SURNAME, Names.surnames(a, b));
        }
        if (!a.others().isEmpty() && !b.others().isEmpty()) {
            set(Field.OTHER_NAMES, Names.others(a.others(), b.others()));
        }
    }

    private void values(Field field, List<String> as, List<String> bs) {
        int best = Integer.MAX_VALUE;
        // By place: an iterator for each pair of records would be most of the memory that is asked for.
        for (int i = 0; i < as.size(); i++) {
            for (int j = 0; j < bs.size(); j++) {
                String a = as.get(i);
                String b = bs.get(j);
                if (field == Field.LOCAL_ID && !scheme(a).equals(scheme(b))) {
                    continue;
                }
                best = Math.min(best, field.grade(a.equals(b) ? Grade.SAME : unequal(field, a, b)));
            }
        }
        if (best < Integer.MAX_VALUE) {
            grades[field.ordinal()] = (byte) best;
        }
    }

    private static Grade unequal(Field field, String a, String b) {
        return switch (field) {
            case POSTCODE -> Postcodes.unequal(a, b);
            case STREET -> street(a, b);
            case PLACE, SCHOOL, MOTHER -> Names.close(a, b) ? Grade.CLOSE : Grade.DIFFERENT;
            case PHONE -> Spelling.slips(a, b, 1) == 1 ? Grade.CLOSE : Grade.DIFFERENT;
            case EMAIL -> email(a, b);
            default -> Grade.DIFFERENT;
        };
    }

    private static Grade email(String a, String b) {
        if (a.split("@", -1)[0].equals(b.split("@", -1)[0])) {
            return Grade.PART;
        }
        return slight(a, b) ? Grade.CLOSE : Grade.DIFFERENT;
    }

    private static boolean slight(String a, String b) {
        return Math.abs(a.length() - b.length()) <= 2 && Spelling.slips(a, b, 2) <= 2;
    }

    private static Grade street(String a, String b) {
        if (slight(a, b)) {
            return Grade.CLOSE;
        }
        int shared = 0;
        for (int from = 0; from < a.length(); ) {
            int to = end(a, from);
            if (word(a, from, to, b, b.length()) && !word(a, from, to, a, from)) {
                boolean telling = to - from > 5 || to - from > 1 && Character.isDigit(a.charAt(from));
                if (telling || ++shared > 1) {
                    return Grade.PART;
                }
            }
            from = to + 1;
        }
        return Grade.DIFFERENT;
    }

    /** Whether a word of one text stands before some place of another; words have one space between. */
    private static boolean word(String a, int from, int to, String b, int before) {
        for (int at = 0; at < before; ) {
            int end = end(b, at);
            if (end - at == to - from && a.regionMatches(from, b, at, to - from)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    private static int end(String text, int from) {
        int space = text.indexOf(' ', from);
        return space < 0 ? text.length() : space;
    }

    /** A source's own number means something beside numbers of the same source only. */
    private static String scheme(String localId) {
        return localId.substring(0, localId.indexOf('|') + 1);
    }

    private static boolean told(Sex sex) {
        return sex == Sex.FEMALE || sex == Sex.MALE;
    }

    @Override
    public String toString() {
        return "Comparison[not shown]";
    }
}
