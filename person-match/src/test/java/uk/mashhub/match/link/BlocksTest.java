package uk.mashhub.match.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.weight.Name;
import uk.mashhub.match.weight.Profile;

class BlocksTest {
    private static final int LOOSE = 20;
    private static final int CLOSE = 100;

    @Test
    void leavesOutANameThatTooManyShare() {
        assertThat(pairs(namesakes(LOOSE))).hasSize(LOOSE * (LOOSE - 1) / 2);
        assertThat(pairs(namesakes(LOOSE + 1))).isEmpty();
        assertThat(Blocks.of(namesakes(LOOSE + 1), false).oversized()).isPositive();
    }

    /** Somebody whom many sources write down often is one person, not a crowd. */
    @Test
    void findsAllRecordsOfOnePersonWhomManySourcesHold() {
        assertThat(pairs(oftenHeld(CLOSE))).hasSize(CLOSE * (CLOSE - 1) / 2);
        assertThat(pairs(oftenHeld(CLOSE + 1))).isEmpty();
    }

    /** Each pair once, however many keys it shares. */
    private static Set<List<Integer>> pairs(List<Profile> records) {
        Blocks blocks = Blocks.of(records, false);
        Set<List<Integer>> pairs = new HashSet<>();
        for (int block = 0; block < blocks.count(); block++) {
            blocks.each(
                    block,
                    (a, b) -> assertThat(pairs.add(List.of(a, b)))
                            .as("%d %d", a, b)
                            .isTrue());
        }
        return pairs;
    }

    private static List<Profile> namesakes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Profile.of("r" + (1000 + i), "")
                        .name(Name.of("Ada", "Reed"))
                        .build())
                .toList();
    }

    private static List<Profile> oftenHeld(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LinkedPeople.child("r" + (1000 + i), "Ada", "Reed", "20140703")
                        .build())
                .toList();
    }
}
