package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.wiring.Scrape;

/**
 * Replays every golden journey through the whole hub, as people and systems would. {@code -Dgolden.write=true} writes what
 * was seen instead of comparing it; {@code -Djourney=03,07} replays those whose name begins so.
 */
class JourneysTest {
    /** Names, streets, postcodes and references in what arrives, as JSON. */
    static final Pattern NAMED = Pattern.compile("\"(?:family|postcode|reference|name)\"\\s*:\\s*\"([^\"]{4,})\"");

    @TestFactory
    Stream<DynamicTest> replays() throws IOException {
        String[] only = System.getProperty("journey", "").split(",");
        return Journey.all().stream()
                .filter(j -> Stream.of(only).anyMatch(j.name()::startsWith))
                .map(j -> DynamicTest.dynamicTest(j.name(), j.folder().toUri(), () -> replay(j)));
    }

    private static void replay(Journey journey) throws Exception {
        Replay.of(TheHub.started(), journey).run();
    }

    /** After all of them: what is measured names nobody, and no enquiry, view or person by its id (law 12). */
    @AfterAll
    static void measuredNobody() throws Exception {
        String scrape = Scrape.of(TheHub.started());
        assertThat(scrape).contains("mash_message_seconds_count");
        assertThat(scrape)
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
                .doesNotContainPattern("\\b999 ?\\d{3} ?\\d{4}\\b");
        assertThat(named()).noneMatch(scrape::contains);
    }

    /** And whoever collects the traces of them reads nothing of anybody. */
    @AfterAll
    static void tracedNobody() throws Exception {
        if (System.getProperty("journey", "").isEmpty()) {
            TracesLeft.follow(named());
        }
    }

    /** Names, streets, postcodes and references of whatever arrived. */
    private static Set<String> named() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Journey journey : Journey.all()) {
            try (Stream<Path> files = Files.list(journey.folder())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    NAMED.matcher(Files.readString(file)).results().forEach(r -> said.add(r.group(1)));
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(20);
        return said;
    }

    @Test
    void findsNoFileThatNoStepOfAJourneyReadsAndNoStepWithoutItsStory() throws IOException {
        for (Journey journey : Journey.all()) {
            List<String> read = journey.steps().stream()
                    .flatMap(s -> s.maybe("file").stream())
                    .toList();
            try (Stream<Path> files = Files.list(journey.folder())) {
                List<String> names =
                        files.map(f -> f.getFileName().toString()).sorted().toList();
                assertThat(names).as(journey.name()).contains("README.md").containsAll(read);
                assertThat(names.stream().filter(n -> !n.equals("README.md") && !n.equals("journey.yaml")))
                        .as(journey.name())
                        .allMatch(read::contains);
            }
        }
    }
}
