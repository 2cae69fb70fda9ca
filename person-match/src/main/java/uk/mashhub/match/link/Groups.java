package uk.mashhub.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import uk.mashhub.match.weight.Profile;

/**
 * Records and what was put together of them.
 *
 * @param records ordered by id
 * @param joins the strongest first
 */
record Groups(List<Profile> records, List<Join> joins) {

    /** Every pair that stands in one group, with the bits at which the group came together; the strongest first. */
    void eachLink(Linked.PairReader reader) {
        for (Join join : joins) {
            for (int a : join.left()) {
                for (int b : join.right()) {
                    reader.pair(records.get(Math.min(a, b)), records.get(Math.max(a, b)), join.bits());
                }
            }
        }
    }

    /** Ids of records that are together from so many bits on; ids and people in order. */
    List<List<String>> people(double atLeast) {
        int[] person = IntStream.range(0, records.size()).toArray();
        for (Join join : joins) {
            if (join.bits() >= atLeast) {
                int first = Math.min(person[join.left()[0]], person[join.right()[0]]);
                Arrays.stream(join.left()).forEach(r -> person[r] = first);
                Arrays.stream(join.right()).forEach(r -> person[r] = first);
            }
        }
        TreeMap<Integer, List<String>> people = new TreeMap<>();
        for (int i = 0; i < person.length; i++) {
            people.computeIfAbsent(person[i], p -> new ArrayList<>())
                    .add(records.get(i).id());
        }
        return List.copyOf(people.values());
    }

    /** One line for each link: two ids and the bits to four places, in order. */
    String text() {
        List<String> lines = new ArrayList<>();
        eachLink((a, b, strength) ->
                lines.add(a.id() + "\t" + b.id() + "\t" + String.format(Locale.ROOT, "%.4f", strength)));
        lines.sort(Comparator.naturalOrder());
        return String.join("\n", lines) + "\n";
    }

    @Override
    public String toString() {
        return "Groups[" + records.size() + " records]";
    }
}
