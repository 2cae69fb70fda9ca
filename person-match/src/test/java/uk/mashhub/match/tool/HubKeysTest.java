package uk.mashhub.match.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class HubKeysTest {
    private static final Path MAP = Path.of("../config/match/families.yaml");

    @TempDir
    Path dir;

    /** Fewer than it found once, at half the keys: what is lost is named in README.md. */
    @Test
    void findsNearlyEverybodyWhomTheMatcherWouldNameByFewKeys() throws IOException {
        Map<?, ?> found = measured(Families.csv(5, 1_500));
        assertThat((Double) found.get("blockingRecall")).isGreaterThan(0.99);
        assertThat((Double) found.get("blockingRecallOfThose")).isGreaterThan(0.999);
        assertThat((Double) found.get("keysOfARecord")).isLessThan(13);
    }

    /** Of whoever has fled no later record tells a home, a telephone or a number; what protects them must still be found. */
    @Test
    void findsWhomTheMatcherWouldNameThoughNoHomeIsToldAnyMore() throws IOException {
        List<String> columns = List.of(Families.HEADER.split(","));
        Set<Integer> kept = Stream.of("postcode", "street", "place", "phone", "nhsNumber", "upn")
                .map(columns::indexOf)
                .collect(Collectors.toSet());
        Set<String> before = new HashSet<>();
        String fled = Families.csv(5, 3_000)
                .lines()
                .map(line -> {
                    String[] told = line.split(",", -1);
                    boolean first = before.add(told[columns.indexOf("person")]);
                    return IntStream.range(0, told.length)
                            .mapToObj(i -> !first && kept.contains(i) ? "" : told[i])
                            .collect(Collectors.joining(","));
                })
                .collect(Collectors.joining("\n", "", "\n"));
        Map<?, ?> found = measured(fled);
        assertThat((Integer) found.get("namedByTheMatcher")).isGreaterThan(6_000);
        assertThat((Double) found.get("blockingRecallOfThose")).isGreaterThan(0.999);
    }

    @Test
    void countsAsLostWhatTheMatcherWouldNameAndNoKeyFinds() throws IOException {
        String home = "XZ5 2YB,1 Example Road";
        Map<?, ?> found = measured(String.join(
                "\n",
                "id,person,forename,surname,born,postcode,street",
                "r1,p1,Isla,Example,1984-05-09," + home,
                "r2,p1,Isla,Example,1984-05-09,,",
                "r3,p2,Ada,Sample,2015-03-07,,",
                "r4,p2,Una,Elsewhere,1999-11-30,,",
                ""));
        assertThat(found.get("truePairs")).isEqualTo(2);
        assertThat(found.get("blockingRecall")).isEqualTo(0.5);
        assertThat(found.get("namedByTheMatcher")).isEqualTo(1);
        assertThat(found.get("blockingRecallOfThose")).isEqualTo(1.0);
        assertThat(found.get("comparedForARecord")).isEqualTo(0.5);
    }

    @Test
    void refusesAFileOfPairs() throws IOException {
        Path map = Files.writeString(dir.resolve("map.yaml"), "left: a\nright: b\n");
        assertThatThrownBy(() -> HubKeys.measure(new Inputs(map, Optional.empty(), map, "same")))
                .isInstanceOf(BadInput.class);
    }

    private Map<?, ?> measured(String csv) throws IOException {
        Path file = Files.writeString(dir.resolve("people.csv"), csv);
        Path map = csv.contains("alias")
                ? MAP
                : Files.writeString(
                        dir.resolve("map.yaml"),
                        "id: id\nforename: forename\nsurname: surname\nborn: born\npostcode: postcode\nstreet: street\n");
        String json = HubKeys.measure(new Inputs(file, Optional.empty(), map, "person"));
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(json);
    }
}
