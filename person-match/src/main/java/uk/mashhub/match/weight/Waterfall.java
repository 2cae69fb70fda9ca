package uk.mashhub.match.weight;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Why two records weigh what they do, field by field. It says how fields compare and never what they hold.
 *
 * @param priorBits before anything is compared
 * @param review threshold in bits
 * @param certain threshold in bits
 */
public record Waterfall(double priorBits, List<Step> steps, double review, double certain) {
    /** Below this, a value's rarity is not worth a word. */
    private static final double TELLING = 1;

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /**
     * What one field adds.
     *
     * @param bits with rarity
     * @param rarity bits that are due to the value being rarer (above 0) or more common than others
     */
    public record Step(Field field, Grade grade, double bits, double rarity) {

        /** Such as 'surname agrees and is rare here: +11.2'. */
        public String words() {
            return words("");
        }

        /**
         * The same for whoever may read the records, such as 'surname okonkwo agrees and is rare here: +11.2'.
         *
         * @param said what they hold
         */
        public String words(String said) {
            String what = said.isEmpty() ? field.words() : field.words() + " " + said;
            String rare = rarity >= TELLING ? " and is rare here" : rarity <= -TELLING ? " and is common here" : "";
            return String.format(Locale.ROOT, "%s %s%s: %+.1f", what, grade.words(), rare, bits);
        }
    }

    /** The sum in bits. */
    public double total() {
        return priorBits + steps.stream().mapToDouble(Step::bits).sum();
    }

    /** A line for what was known before, one for each field, and the sum. */
    public List<String> words() {
        return words(Step::words);
    }

    /** The same with a line for each field made so. */
    public List<String> words(Function<Step, String> line) {
        java.util.ArrayList<String> lines = new java.util.ArrayList<>();
        lines.add(String.format(Locale.ROOT, "before comparing: %+.1f", priorBits));
        steps.forEach(s -> lines.add(line.apply(s)));
        lines.add(String.format(
                Locale.ROOT,
                "together: %+.1f (a person looks from %+.1f, certain from %+.1f)",
                total(),
                review,
                certain));
        return List.copyOf(lines);
    }
}
