package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.id.PersonId;

/**
 * Runs against 20,521 records of people whom others have put together, with slips of the pen, nicknames and moves. What
 * counts here is that nobody is linked to somebody else without a person looking; a link that is missed costs a look.
 */
class HistoricalPeopleTest {
    private final Matcher matcher = new Matcher();
    private final BlockingKeys keys =
            new BlockingKeys("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    private final Map<BlockingKey, List<Integer>> byKey = new HashMap<>();
    private final List<String> truth = new ArrayList<>();
    private final List<Candidate> people = new ArrayList<>();

    private int rightlyCertain;
    private int wronglyCertain;

    @Test
    void linksNobodyToSomebodyElse() throws IOException {
        enter();
        for (int i = 0; i < people.size(); i++) {
            for (int j : neighbours(i)) {
                count(i, j);
            }
        }
        System.out.printf("certain: %d right, %d wrong%n", rightlyCertain, wronglyCertain);
        assertThat(rightlyCertain).isGreaterThan(1_000);
        assertThat(wronglyCertain).isZero();
    }

    private void count(int i, int j) {
        Optional<PersonId> certain =
                matcher.match(people.get(i).details(), List.of(people.get(j))).certain();
        if (certain.isPresent() && truth.get(i).equals(truth.get(j))) {
            rightlyCertain++;
        } else if (certain.isPresent()) {
            wronglyCertain++;
        }
    }

    private Set<Integer> neighbours(int i) {
        Set<Integer> later = new HashSet<>();
        for (BlockingKey key : keys.of(people.get(i).details())) {
            byKey.getOrDefault(key, List.of()).stream().filter(j -> j > i).forEach(later::add);
        }
        return later;
    }

    private void enter() throws IOException {
        String shared = System.getenv("MASH_SHARED_DATA");
        assumeTrue(shared != null, "set MASH_SHARED_DATA to run against shared people");
        Path file = Path.of(String.valueOf(shared), "1-person-matching/splink/historical_figures_40pct.csv");
        for (String line : Files.readAllLines(file).subList(1, 20_000)) {
            String[] field = line.split(",", -1);
            if (field.length != 11 || line.contains("\"") || field[4].isBlank() || field[5].isBlank()) {
                continue;
            }
            People person = People.named(field[4], field[5]);
            person = isDate(field[6]) ? person.born(field[6]) : person;
            person = field[8].isBlank() ? person : person.at(field[8]);
            enter(field[1], person);
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void enter(String cluster, People person) {
        int number = people.size();
        truth.add(cluster);
        people.add(person.as(People.id(number)));
        keys.of(person.details())
                .forEach(k -> byKey.computeIfAbsent(k, x -> new ArrayList<>()).add(number));
    }
}
