package uk.mashhub.match.weight;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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

    /** Counts the values of records. */
    public static Frequencies of(Collection<Profile> records) {
        Map<Field, Map<String, Integer>> counts = new EnumMap<>(Field.class);
        for (Profile record : records) {
            for (Name name : record.names()) {
                count(counts, Field.FORENAME, name.forename());
                count(counts, Field.SURNAME, name.surname());
            }
            for (Field field : FIELDS) {
                record.values(field).forEach(v -> count(counts, field, v));
            }
        }
        return new Frequencies(counts);
    }

    private static void count(Map<Field, Map<String, Integer>> counts, Field field, String value) {
        if (!value.isEmpty()) {
            counts.computeIfAbsent(field, f -> new HashMap<>()).merge(value, 1, Integer::sum);
        }
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
