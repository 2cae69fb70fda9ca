package uk.mashhub.hub.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Answers that come in one moment are decided once, and come to what they would have come to one by one (ruling 14). */
class AnswersAtOnceTest {
    private static final List<String> SOURCES = List.of("police-records", "pds", "council-cin");

    private final SmallHub hub = SmallHub.started();

    @Test
    void comeToTheSameViewsInOneStep() {
        EnquiryId oneByOne = referred();
        List<Answer> first = answers(oneByOne);
        Map<String, Long> before = versions(oneByOne);
        first.forEach(hub::answer);

        EnquiryId atOnce = referred();
        List<Answer> second = answers(atOnce);
        hub.answerAtOnce(second);

        assertThat(shown(atOnce)).containsEntry("pds", "NO_RECORD ").isEqualTo(shown(oneByOne));
        versions(atOnce).forEach((team, version) -> assertThat(version).as(team).isEqualTo(before.get(team) + 1));
    }

    @Test
    void aRepeatAmongThemChangesNothing() {
        EnquiryId enquiry = referred();
        List<Answer> answers = answers(enquiry);
        hub.answerAtOnce(List.of(answers.get(0), answers.get(1), answers.get(0)));
        Map<String, Long> versions = versions(enquiry);

        hub.answerAtOnce(List.of(answers.get(1), answers.get(0)));

        assertThat(versions(enquiry)).isEqualTo(versions);
    }

    private EnquiryId referred() {
        return hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
    }

    private List<Answer> answers(EnquiryId enquiry) {
        return SOURCES.stream().map(s -> nothing(hub.ask(enquiry, s), s)).toList();
    }

    private static Answer nothing(QuestionId token, String source) {
        return new Answer(
                token,
                new SourceId(source),
                Answer.Kind.NO_RECORD,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** How each source stands, and on which list each team finds its view. */
    private Map<String, String> shown(EnquiryId enquiry) {
        Map<String, String> shown = new TreeMap<>();
        newest(enquiry)
                .forEach(n -> shown.put(
                        n.head().key().team().value(), n.head().listing().toString()));
        hub.packet(enquiry).agencies().stream()
                .flatMap(a -> a.sources().stream())
                .forEach(s -> shown.put(s.source().value(), s.state() + " " + s.reason()));
        return shown;
    }

    private Map<String, Long> versions(EnquiryId enquiry) {
        Map<String, Long> versions = new TreeMap<>();
        newest(enquiry)
                .forEach(n ->
                        versions.put(n.head().key().team().value(), n.head().version()));
        return versions;
    }

    private List<ViewStore.Newest> newest(EnquiryId enquiry) {
        return hub.in(() -> hub.views.newest(enquiry)).stream()
                .filter(n -> !n.withdrawn())
                .toList();
    }
}
