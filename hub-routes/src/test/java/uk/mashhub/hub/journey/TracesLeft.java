package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.hub.TestSpans;
import uk.mashhub.hub.TheHub;

/**
 * A referral can be followed from the door to its answers, across the queues, and whoever follows it reads nothing of anybody. How many
 * teams were told of something is told by nothing: it would say what a flag did (ruling 10).
 */
final class TracesLeft {
    private static final AttributeKey<String> QUEUE = AttributeKey.stringKey("mash.queue");
    private static final AttributeKey<String> ENQUIRY = AttributeKey.stringKey("mash.enquiry");

    private static Map<String, List<SpanData>> traces() {
        return TestSpans.SPANS.getFinishedSpanItems().stream().collect(Collectors.groupingBy(SpanData::getTraceId));
    }

    private TracesLeft() {}

    /**
     * Looks at what the collector of this process was told.
     *
     * @param said what nobody but readers of the hub may know
     */
    static void follow(Set<String> said) throws Exception {
        List<SpanData> one = TheHub.await(
                "a whole trace",
                () -> traces().values().stream()
                        .filter(TracesLeft::whole)
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

        tellNothingOf(said);
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

    private static void tellNothingOf(Set<String> said) {
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
}
