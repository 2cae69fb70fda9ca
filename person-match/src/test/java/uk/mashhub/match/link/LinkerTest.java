package uk.mashhub.match.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.link.Marker.Kind;
import uk.mashhub.match.weight.ModelFile;
import uk.mashhub.match.weight.Profile;

class LinkerTest {
    private static final long SEED = 11;

    private final List<Profile> records = LinkedPeople.of(150, SEED);

    @Test
    void givesTheSameBytesInAnyOrderAndOnAnyNumberOfThreads() throws Exception {
        String expected = linked(records, 1);
        for (int threads : List.of(2, 5)) {
            List<Profile> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, new Random(threads));
            assertThat(linked(shuffled, threads)).isEqualTo(expected);
        }
        assertThat(expected.lines().count()).isGreaterThan(50);
    }

    @Test
    void keepsToWhatPeopleHaveDecided() {
        List<List<String>> before = linker(Markers.NONE).within(records).people(0);
        List<String> joined =
                before.stream().filter(p -> p.size() == 2).findFirst().orElseThrow();
        List<String> alone =
                before.stream().filter(p -> p.size() == 1).findFirst().orElseThrow();
        String other = before.stream()
                .filter(p -> p.size() == 1)
                .reduce((a, b) -> b)
                .orElseThrow()
                .get(0);
        Markers markers = Markers.of(
                List.of(marker(joined.get(0), joined.get(1), Kind.DO_NOT_LINK), marker(alone.get(0), other, Kind.LINK)),
                "");
        List<List<String>> after = linker(markers).within(records).people(0);
        assertThat(after).contains(List.of(joined.get(0)), List.of(joined.get(1)));
        assertThat(after).anyMatch(p -> p.contains(alone.get(0)) && p.contains(other));
    }

    @Test
    void letsTheLaterDecisionHold() {
        Marker first = marker("a", "b", Kind.LINK);
        Marker later = new Marker(
                "b",
                "a",
                Kind.DO_NOT_LINK,
                "u2",
                "not so",
                "",
                first.decidedAt().plusSeconds(1));
        assertThat(Markers.of(List.of(later, first), "").on("a", "b")).contains(Kind.DO_NOT_LINK);
        Marker elsewhere = new Marker("a", "b", Kind.LINK, "u", "r", "enquiry-1", first.decidedAt());
        assertThat(Markers.of(List.of(elsewhere), "enquiry-2").on("a", "b")).isEmpty();
    }

    @Test
    void refusesTwoRecordsWithOneId() {
        List<Profile> twice = List.of(records.get(0), records.get(0));
        assertThatThrownBy(() -> linker(Markers.NONE).within(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void linksNothingWhereThereIsNothing() {
        assertThat(linker(Markers.NONE).within(List.of()).people(0)).isEmpty();
        assertThat(linker(Markers.NONE).within(List.of(records.get(0))).people(0))
                .hasSize(1);
    }

    private static Marker marker(String a, String b, Kind kind) {
        return new Marker(a, b, kind, "user-1", "seen both", "", Instant.EPOCH);
    }

    private static Linker linker(Markers markers) {
        return new Linker(ModelFile.shipped(), SEED, markers);
    }

    private static String linked(List<Profile> of, int threads) throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> linker(Markers.NONE).within(of).text()).get();
        } finally {
            pool.shutdownNow();
        }
    }
}
