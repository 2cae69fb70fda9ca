package uk.mashhub.match.weight;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How common each value is among the records at hand: two Okonkwos are likelier one person than two Smiths. */
public final class Frequencies {
    static final Set<Field> FIELDS = EnumSet.of(Field.FORENAME, Field.SURNAME, Field.POSTCODE, Field.PLACE, Field.WORK);

    /** Nothing is known: every value counts as the average one. */
    public static final Frequencies NONE = new Frequencies(new EnumMap<>(Field.class));

    /** As how many records the average counts. */
    private static final double AVERAGE = 50;

    private final Map<Field, Map<String, Integer>> counts;
    private final Map<Field, Integer> totals = new EnumMap<>(Field.class);

    private Frequencies(Map<Field, Map<String, Integer>> counts) {
        this.counts = counts;
        counts.forEach((f, of) ->
                totals.put(f, of.values().stream().mapToInt(Integer::intValue).sum()));
    }

    /**
     * What was counted before.
     *
     * @param totals how many values of each field were counted; those not in {@code counts} count as seen once
     */
    static Frequencies counted(Map<Field, Map<String, Integer>> counts, Map<Field, Integer> totals) {
        Frequencies known = new Frequencies(new EnumMap<>(counts));
        known.totals.putAll(totals);
        return known;
    }

    /** Counts the values of records. */
    public static Frequencies of(Collection<Profile> records) {
        Map<Field, Map<String, Integer>> counts = new EnumMap<>(Field.class);
        FIELDS.parallelStream()
                .map(f -> Map.entry(f, counted(f, records)))
                .toList()
                .forEach(e -> {
                    if (!e.getValue().isEmpty()) {
                        counts.put(e.getKey(), e.getValue());
                    }
                });
        return new Frequencies(counts);
    }

    private static Map<String, Integer> counted(Field field, Collection<Profile> records) {
        Map<String, Integer> counts = new HashMap<>();
        for (Profile record : records) {
            if (field == Field.FORENAME || field == Field.SURNAME) {
                for (Name name : record.names()) {
                    count(counts, field == Field.FORENAME ? name.forename() : name.surname());
                }
            } else {
                record.values(field).forEach(v -> count(counts, v));
            }
        }
        return counts;
    }

    private static void count(Map<String, Integer> counts, String value) {
        if (!value.isEmpty()) {
            counts.merge(value, 1, Integer::sum);
        }
    }

    /** By field: how often each value was counted that was counted so often at least. */
    Map<Field, TreeMap<String, Integer>> common(int least) {
        Map<Field, TreeMap<String, Integer>> common = new EnumMap<>(Field.class);
        counts.forEach((field, of) -> {
            TreeMap<String, Integer> kept = new TreeMap<>();
            of.forEach((value, n) -> {
                if (n >= least) {
                    kept.put(value, n);
                }
            });
            common.put(field, kept);
        });
        return common;
    }

    /** How many values of a field were counted, each as often as it occurs. */
    int total(Field field) {
        return totals.getOrDefault(field, 0);
    }

    /** Whether the field's values were counted. */
    boolean knows(Field field) {
        return totals.containsKey(field);
    }

    /**
     * Share of records with this value. Few records say little of how common a name is, so the average counts as some
     * records more.
     *
     * @param average share that two records agree by chance, over all values
     */
    double share(Field field, String value, double average) {
        int count = counts.getOrDefault(field, Map.of()).getOrDefault(value, 0);
        return (Math.max(1, count) + AVERAGE * average) / (totals.getOrDefault(field, 0) + AVERAGE);
    }
}
