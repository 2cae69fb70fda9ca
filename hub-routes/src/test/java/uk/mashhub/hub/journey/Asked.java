package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import uk.mashhub.hub.TheHub;

/**
 * The bytes that agencies were asked with. {@code asked: {source: pds, present: [..], absent: [..]}}; {@code source: any}
 * looks at all of them together, {@code never: true} says that a source was not asked,
 * {@code times: 2} how many questions it got since the journey began.
 */
final class Asked {
    private final SentToAgencies sent;

    Asked(SentToAgencies sent) {
        this.sent = sent;
    }

    void asked(Step step) {
        String source = step.word("source");
        if (step.says("never", false)) {
            assertThat(to(source)).as("questions to " + source).isEmpty();
            return;
        }
        TheHub.await("a question to " + source, () -> to(source).isEmpty() ? null : true);
        int times = step.number("times", 0);
        if (times > 0) {
            TheHub.await(times + " questions to " + source, () -> to(source).size() < times ? null : true);
            assertThat(to(source)).as("questions to " + source).hasSize(times);
        }
        String all = String.join("\n", to(source));
        for (String word : step.words("present")) {
            assertThat(all.contains(word)).as("%s was told '%s'", source, word).isTrue();
        }
        for (String word : step.words("absent")) {
            assertThat(all.contains(word)).as("%s was told '%s'", source, word).isFalse();
        }
    }

    private List<String> to(String source) {
        return sent.all().stream()
                .filter(s -> source.equals("any") || s.source().value().equals(source))
                .map(SentToAgencies.Sent::text)
                .toList();
    }
}
