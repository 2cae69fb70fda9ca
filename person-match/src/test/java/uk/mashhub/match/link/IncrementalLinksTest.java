package uk.mashhub.match.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.match.link.Marker.Kind;
import uk.mashhub.match.weight.Frequencies;
import uk.mashhub.match.weight.ModelFile;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.match.weight.Weigher;

class IncrementalLinksTest {
    private static final int PEOPLE = 120;

    /** One batch or fifty, in any order: among the records are more of one name and day than may share a key. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void givesTheSameBytesInOneBatchOrFifty(long seed) {
        List<Profile> records = records(seed);
        Weigher weigher = weigher(records);
        Markers markers = markers(records, new Random(seed));
        Linked once = new Linker(weigher, markers).within(records);
        assertThat(once.oversizedKeys()).isPositive();
        assertThat(once.text().lines().count()).isGreaterThan(50);
        for (int batches : List.of(1, 2, 50, records.size())) {
            Collections.shuffle(records, new Random(seed + batches));
            IncrementalLinks links = new IncrementalLinks(weigher, markers);
            for (int i = 0; i < batches; i++) {
                links.add(records.subList(i * records.size() / batches, (i + 1) * records.size() / batches));
            }
            assertThat(links.text()).as("seed %d, %d batches", seed, batches).isEqualTo(once.text());
            assertThat(links.people(0)).isEqualTo(once.people(0));
        }
    }

    @Test
    void refusesARecordThatItHasAndTakesInNothingOfThatBatch() {
        List<Profile> records = records(1);
        IncrementalLinks links = new IncrementalLinks(weigher(records), Markers.NONE);
        links.add(records.subList(0, 5));
        String before = links.text();
        assertThatThrownBy(() -> links.add(records.subList(4, 9))).isInstanceOf(IllegalArgumentException.class);
        assertThat(links.text()).isEqualTo(before);
        assertThat(links.people(0).stream().mapToInt(List::size).sum()).isEqualTo(5);
    }

    private static Weigher weigher(List<Profile> records) {
        return new Weigher(ModelFile.shipped(), Frequencies.of(records.subList(0, records.size() / 2)));
    }

    private static List<Profile> records(long seed) {
        List<Profile> records = LinkedPeople.of(PEOPLE, seed);
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String born = String.format("20%02d0305", random.nextInt(20));
            records.add(LinkedPeople.child("crowd-" + i, random.nextBoolean() ? "Ada" : "Wei", "Reed", born)
                    .build());
        }
        return records;
    }

    /** Two that share nothing are linked, and two that may be one are kept apart. */
    private static Markers markers(List<Profile> records, Random random) {
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String a = records.get(random.nextInt(records.size())).id();
            String b = records.get(random.nextInt(records.size())).id();
            if (!a.equals(b)) {
                Kind kind = i % 2 == 0 ? Kind.LINK : Kind.DO_NOT_LINK;
                markers.add(new Marker(a, b, kind, "user-1", "seen both", "", Instant.EPOCH));
            }
        }
        return Markers.of(markers, "");
    }
}
