package uk.mashhub.match.weight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighs two records: the sum, over the fields that both have, of the bits by which each speaks for or against one
 * person. A field that one lacks adds nothing. Safe for use by several threads.
 */
public final class Weigher {
    private static final Field[] FIELDS = Field.values();

    /** How much of a name's rarity counts where the two are not quite the same. */
    private static final double NEARLY = 0.5;

    private final Model model;
    private final Frequencies frequencies;
    private final double[][] bits = new double[FIELDS.length][];

    public Weigher(Model model, Frequencies frequencies) {
        this.model = model;
        this.frequencies = frequencies;
        for (Field field : FIELDS) {
            bits[field.ordinal()] = IntStream.range(0, field.grades().size())
                    .mapToDouble(grade -> model.bits(field, grade))
                    .toArray();
        }
    }

    Frequencies frequencies() {
        return frequencies;
    }

    public Model model() {
        return model;
    }

    /** The evidence in bits, with what is known before anything is compared; above 0, one person is the likelier. */
    public double weigh(Profile a, Profile b) {
        return weigh(a, b, Comparison.of(a, b));
    }

    /** The same of a comparison already made. */
    public double weigh(Profile a, Profile b, Comparison comparison) {
        double sum = model.priorBits();
        for (Field field : FIELDS) {
            if (comparison.grade(field) != Field.MISSING) {
                sum += bits(field, a, b, comparison);
            }
        }
        return sum;
    }

    /** The same, step by step. */
    public Waterfall explain(Profile a, Profile b) {
        Comparison comparison = Comparison.of(a, b);
        List<Waterfall.Step> steps = new ArrayList<>();
        for (Field field : FIELDS) {
            int grade = comparison.grade(field);
            if (grade != Field.MISSING) {
                double rarity = rarity(field, a, b, comparison);
                steps.add(new Waterfall.Step(
                        field, field.grades().get(grade), model.bits(field, grade) + rarity, rarity));
            }
        }
        return new Waterfall(model.priorBits(), steps, model.review(), model.certain());
    }

    private double bits(Field field, Profile a, Profile b, Comparison comparison) {
        return bits[field.ordinal()][comparison.grade(field)] + rarity(field, a, b, comparison);
    }

    /** Bits by which an agreement counts for more, because the value is rarer than others, or for less. */
    private double rarity(Field field, Profile a, Profile b, Comparison comparison) {
        if (!Frequencies.FIELDS.contains(field) || !frequencies.knows(field)) {
            return 0;
        }
        Grade grade = field.grades().get(comparison.grade(field));
        double weight = grade == Grade.SAME
                ? 1
                : grade == Grade.CLOSE || grade == Grade.HALF || grade == Grade.VARIANT ? NEARLY : 0;
        if (weight == 0) {
            return 0;
        }
        double common = model.u(field, 0);
        double share = grade == Grade.SAME ? agreed(field, a, b, comparison) : larger(field, a, b, comparison);
        return weight * Model.log2(common / share);
    }

    private double agreed(Field field, Profile a, Profile b, Comparison comparison) {
        return switch (field) {
            case FORENAME -> share(field, comparison.left().forename());
            case SURNAME -> share(field, comparison.left().surname());
            default -> rarestShared(field, a.values(field), b.values(field));
        };
    }

    private double larger(Field field, Profile a, Profile b, Comparison comparison) {
        return switch (field) {
            case FORENAME ->
                Math.max(
                        share(field, comparison.left().forename()),
                        share(field, comparison.right().forename()));
            case SURNAME ->
                Math.max(
                        share(field, comparison.left().surname()),
                        share(field, comparison.right().surname()));
            default -> Math.max(most(field, a), most(field, b));
        };
    }

    private double rarestShared(Field field, List<String> as, List<String> bs) {
        double rarest = 1;
        for (String value : as) {
            if (bs.contains(value)) {
                rarest = Math.min(rarest, share(field, value));
            }
        }
        return rarest;
    }

    private double most(Field field, Profile record) {
        double most = 0;
        for (String value : record.values(field)) {
            most = Math.max(most, share(field, value));
        }
        return most;
    }

    private double share(Field field, String value) {
        return frequencies.share(field, value, model.u(field, 0));
    }
}
