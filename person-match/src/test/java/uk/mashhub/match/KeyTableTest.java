package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    /** Against a map of sets, with keys that fall on few slots. */
    @Test
    void holdsWhatAMapOfSetsHolds() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            KeyTable table = new KeyTable();
            Map<Long, Set<Integer>> expected = new HashMap<>();
            for (int i = 0; i < 2_000; i++) {
                long key = random.nextInt(300) * 64L;
                int place = random.nextInt(20);
                if (random.nextInt(3) == 0) {
                    table.remove(key, place);
                    expected.getOrDefault(key, new TreeSet<>()).remove(place);
                } else {
                    table.add(key, place);
                    expected.computeIfAbsent(key, k -> new TreeSet<>()).add(place);
                }
            }
            expected.forEach((key, places) -> {
                Set<Integer> read = new TreeSet<>();
                assertThat(table.crowded(key, 100, read::add)).isFalse();
                assertThat(read).isEqualTo(places);
                assertThat(table.crowded(key, Math.max(0, places.size() - 1), p -> {}))
                        .isEqualTo(!places.isEmpty());
            });
        }
    }
}
