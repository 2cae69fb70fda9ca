package uk.mashhub.match.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.text.Sound;

/** A near value never speaks more against two records than a far one. */
class OrderedTest {
    private static void isOrdered(Model model, String as) {
        for (Field field : Field.values()) {
            List<Grade> grades = field.fromNear();
            for (int i = 1; i < grades.size(); i++) {
                assertThat(model.bits(field, field.grade(grades.get(i))))
                        .as("%s, %s after %s, %s", field, grades.get(i), grades.get(i - 1), as)
                        .isLessThanOrEqualTo(model.bits(field, field.grade(grades.get(i - 1))) + 1e-6);
            }
        }
    }

    @Test
    void isSoOfTheShippedModel() {
        isOrdered(ModelFile.shipped(), "as shipped");
    }

    @Test
    void holdsForAnyShares() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Map<Field, double[]> m = shares(random);
            Map<Field, double[]> u = shares(random);
            Map<Field, double[]> ordered = Ordered.of(m, u);
            isOrdered(new Model(Model.VERSION, "", seed, 0.1, 12, 0, ordered, u), "seed " + seed);
            m.forEach((field, of) -> assertThat(
                            Arrays.stream(Model.shares(ordered, field)).sum())
                    .isEqualTo(Arrays.stream(of).sum(), within(1e-9)));
            assertThat(Ordered.of(ordered, u))
                    .as("once is enough")
                    .usingRecursiveComparison()
                    .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
                    .isEqualTo(ordered);
        }
    }

    private static Map<Field, double[]> shares(Random random) {
        Map<Field, double[]> shares = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            double[] drawn = field.grades().stream()
                    .mapToDouble(g -> Math.pow(random.nextDouble() + 1e-3, 4))
                    .toArray();
            double sum = Arrays.stream(drawn).sum();
            shares.put(field, Arrays.stream(drawn).map(d -> d / sum).toArray());
        }
        return shares;
    }

    @Test
    void leavesTogetherWhatIsInOrderAndPoolsNeighboursThatAreNot() {
        Map<Field, double[]> m = new EnumMap<>(Map.of(Field.PHONE, new double[] {0.5, 0.1, 0.4}));
        Map<Field, double[]> u = new EnumMap<>(Map.of(Field.PHONE, new double[] {0.1, 0.4, 0.5}));
        assertThat(Model.shares(Ordered.of(m, u), Field.PHONE))
                .containsExactly(new double[] {0.5, 0.5 * 4 / 9, 0.5 * 5 / 9}, within(1e-12));
        m.put(Field.PHONE, new double[] {0.6, 0.3, 0.1});
        assertThat(Model.shares(Ordered.of(m, u), Field.PHONE)).containsExactly(0.6, 0.3, 0.1);
    }

    /** Nobody who moved stayed in the district, and strangers live there: that is chance, and no sign against a person. */
    @Test
    void learnsNothingAgainstANearPostcodeFromWhereNobodyHappenedToMove() {
        List<Profile> first = new ArrayList<>();
        List<Profile> second = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            first.add(record("a" + i, i, postcode(i)));
            second.add(record("b" + i, i, i % 4 == 0 ? "QZ7 1AA" : postcode(i)));
        }
        List<Profile> all = new ArrayList<>(first);
        all.addAll(second);
        CandidatePairs pairs = new CandidatePairs() {
            @Override
            public boolean mayPair(Profile a, Profile b) {
                return true;
            }

            @Override
            public TreeMap<Long, Long> patterns(List<Profile> records) {
                TreeMap<Long, Long> patterns = new TreeMap<>();
                for (int i = 0; i < first.size(); i++) {
                    patterns.merge(Comparison.of(first.get(i), second.get(i)).pattern(), 1L, Long::sum);
                    patterns.merge(
                            Comparison.of(first.get(i), second.get((i + 1) % 200))
                                    .pattern(),
                            1L,
                            Long::sum);
                }
                return patterns;
            }
        };
        Model learnt = new Training(ModelFile.shipped(), 7).learn(all, pairs, 80_000, "");
        isOrdered(learnt, "learnt");
        assertThat(learnt.bits(Field.POSTCODE, Field.POSTCODE.grade(Grade.SAME)))
                .isPositive();
    }

    private static Profile record(String id, int person, String postcode) {
        String name = Sound.of("x") + (char) ('a' + person % 26) + (char) ('a' + person / 26) + "ple";
        return Profile.of(id, "")
                .name(Name.of(name, "of" + name))
                .born(Birth.of(LocalDate.of(2000, 1, 1).plusDays(person * 37L)))
                .postcode(postcode)
                .build();
    }

    private static String postcode(int person) {
        return "ZX1 " + person % 10 + (char) ('A' + person / 10 % 20) + "A";
    }
}
