package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TestSpans;
import uk.mashhub.hub.TheHub;

/**
 * A referral can be followed from the door to its answers, across the queues, and whoever follows it reads nothing of anybody. How many
 * teams were told of something is told by nothing: it would say what a flag did (ruling 10).
 */
class TracesTest {
    private static final AttributeKey<String> QUEUE = AttributeKey.stringKey("mash.queue");
    private static final AttributeKey<String> ENQUIRY = AttributeKey.stringKey("mash.enquiry");

    private static Map<String, List<SpanData>> traces() {
        return TestSpans.SPANS.getFinishedSpanItems().stream().collect(Collectors.groupingBy(SpanData::getTraceId));
    }

    @Test
    void followAReferralFromTheDoorToItsAnswers() throws Exception {
        Journey journey = Journey.all().get(0);
        Replay.of(TheHub.started(), journey).run();

        List<SpanData> one = TheHub.await(
                "a whole trace",
                () -> traces().values().stream()
                        .filter(TracesTest::whole)
                        .findFirst()
                        .orElse(null));
        SpanData request = named(one, "request");
        SpanData intake = named(one, "intake");
        assertThat(request.getParentSpanContext().isValid())
                .as("nobody outside begins it")
                .isFalse();
        assertThat(intake.getParentSpanId()).as("by the queue of the intake").isEqualTo(request.getSpanId());
        assertThat(named(one, "answers").getParentSpanId())
                .as("by the question's queue and back")
                .isEqualTo(intake.getSpanId());

        tellNothingOfAnybody(journey);
    }

    private static boolean whole(List<SpanData> trace) {
        return trace.stream()
                .map(SpanData::getName)
                .toList()
                .containsAll(List.of("request", "intake", "send", "answers"));
    }

    private static SpanData named(List<SpanData> trace, String name) {
        return trace.stream().filter(s -> s.getName().equals(name)).findFirst().orElseThrow();
    }

    private static void tellNothingOfAnybody(Journey journey) throws IOException {
        Set<String> said = words(journey);
        assertThat(said).hasSizeGreaterThan(5);
        for (SpanData span : TestSpans.SPANS.getFinishedSpanItems()) {
            assertThat(span.getName()).isIn("request", "intake", "answers", "send");
            assertThat(span.getEvents())
                    .as("what an exception says would stand here")
                    .isEmpty();
            assertThat(span.getLinks()).isEmpty();
            assertThat(span.getStatus().getDescription()).matches("[A-Za-z]*");
            assertThat(span.getAttributes().asMap().keySet()).isSubsetOf(QUEUE, ENQUIRY);
            if (span.getAttributes().get(ENQUIRY) != null) {
                assertThat(span.getAttributes().get(ENQUIRY)).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            }
            assertThat(span.getAttributes().get(QUEUE))
                    .as("no source, and no notice")
                    .isEqualTo(span.getName().equals("send") ? "question" : null);
            String all = span.toString();
            assertThat(said).noneMatch(all::contains);
        }
    }

    /** Names, streets, postcodes and numbers of whatever arrived. */
    private static Set<String> words(Journey journey) throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.list(journey.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                JourneysTest.NAMED.matcher(Files.readString(file)).results().forEach(r -> said.add(r.group(1)));
            }
        }
        return said;
    }
}
