package uk.mashhub.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem;

/**
 * What every {@link SourceSystem} keeps, however the system behind it behaves. The adapter's test class implements this
 * interface and puts the system into each state; {@link RudeServer} serves the rude ones.
 */
public interface SourceSystemContract {
    /** A source whose system holds records about somebody in {@link #question}. */
    SourceSystem answering();

    /** A source whose system says, in its own way (404, empty list), that it knows nobody. */
    SourceSystem knowingNobody();

    /** A source whose system is not there: nothing listens. */
    SourceSystem unreachable();

    /** A source whose system takes the connection and never answers. */
    SourceSystem hanging();

    /** A source whose system answers with something that is none of its formats. */
    SourceSystem talkingNonsense();

    /** A question about invented people, for the source under test. */
    Question question();

    /**
     * A question to {@link #answering} about somebody of whom the system holds a record that may, but need not, be theirs;
     * empty if the source is never in doubt, because it finds people by one checked number alone.
     */
    default Optional<Question> doubtful() {
        return Optional.empty();
    }

    /** How long asking may take at most, all tries together. */
    default Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Test
    default void answersTheQuestionItWasAsked() throws SourceUnavailable {
        Answer answer = answering().ask(question());
        assertThat(answer.token()).isEqualTo(question().token());
        assertThat(answer.source())
                .isEqualTo(answering().id())
                .isEqualTo(question().source());
        assertThat(answer.kind()).isEqualTo(Answer.Kind.ANSWERED);
        assertThat(answer.items()).isNotEmpty();
    }

    @Test
    default void answersOnlyAboutPeopleWhoWereAskedAbout() throws SourceUnavailable {
        for (Question question : questions()) {
            Answer answer = answering().ask(question);
            Set<PersonKey> asked = asked(question);
            answer.candidates().forEach(candidate -> asked.add(candidate.key()));
            assertThat(answer.items())
                    .allSatisfy(item -> assertThat(subjects(item)).containsAnyElementsOf(asked));
        }
    }

    /** Facts travel only over certain links: what may be somebody else's comes apart, and whole, so that it can wait. */
    @Test
    default void bringsTheRecordsOfACandidateUnderAKeyOfItsOwn() throws SourceUnavailable {
        for (Question question : questions()) {
            Answer answer = answering().ask(question);
            assertThat(answer.candidates()).allSatisfy(candidate -> {
                assertThat(asked(question)).contains(candidate.of()).doesNotContain(candidate.key());
                assertThat(answer.items())
                        .anySatisfy(item -> assertThat(subjects(item)).contains(candidate.key()));
            });
        }
        if (doubtful().isPresent()) {
            assertThat(answering().ask(doubtful().get()).candidates()).isNotEmpty();
        }
    }

    @Test
    default void namesEverybodyItsItemsAreAbout() throws SourceUnavailable {
        Answer answer = answering().ask(question());
        Set<PersonKey> named = Stream.concat(
                        answer.people().stream().map(person -> person.key()),
                        question().people().stream().map(AskedPerson::key))
                .collect(Collectors.toSet());
        assertThat(answer.items()).allSatisfy(item -> assertThat(named).containsAll(subjects(item)));
    }

    @Test
    default void answersTheSameTwice() throws SourceUnavailable {
        SourceSystem source = answering();
        assertThat(source.ask(question())).isEqualTo(source.ask(question()));
    }

    @Test
    default void saysSoWhenThereIsNoRecord() throws SourceUnavailable {
        Answer answer = knowingNobody().ask(question());
        assertThat(answer.kind()).isEqualTo(Answer.Kind.NO_RECORD);
        assertThat(answer.token()).isEqualTo(question().token());
        assertThat(answer.items()).isEmpty();
    }

    @Test
    default void isUnavailableWhenNobodyListens() {
        assertUnavailable(unreachable());
    }

    @Test
    default void isUnavailableWhenTheSystemHangs() {
        assertTimeoutPreemptively(patience(), () -> assertUnavailable(hanging()));
    }

    @Test
    default void isUnavailableWhenTheSystemTalksNonsense() {
        assertUnavailable(talkingNonsense());
    }

    @Test
    default void logsNothingAboutAnybody() throws Exception {
        String log = LogCapture.of(() -> {
            for (SourceSystem source : List.of(answering(), knowingNobody(), unreachable(), talkingNonsense())) {
                askAnyway(source);
            }
        });
        assertThat(LogCapture.linesWith(identifying(), log))
                .as("log lines that identify somebody")
                .isEmpty();
    }

    private List<Question> questions() {
        return Stream.concat(Stream.of(question()), doubtful().stream()).toList();
    }

    private static Set<PersonKey> asked(Question question) {
        return question.people().stream().map(AskedPerson::key).collect(Collectors.toCollection(HashSet::new));
    }

    private void assertUnavailable(SourceSystem source) {
        assertThatThrownBy(() -> source.ask(question()))
                .isInstanceOf(SourceUnavailable.class)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()))
                        .isNotBlank()
                        .doesNotContainIgnoringCase(identifying().toArray(String[]::new)));
    }

    private void askAnyway(SourceSystem source) {
        try {
            source.ask(question());
        } catch (SourceUnavailable e) {
            // Expected of some of them; only the log counts here.
        }
    }

    /** Names, numbers, dates of birth and addresses of the question. */
    private List<String> identifying() {
        List<String> values = new ArrayList<>();
        for (AskedPerson person : question().people()) {
            person.names().forEach(name -> {
                values.add(name.family());
                values.addAll(name.given());
            });
            person.identifiers().forEach(identifier -> values.add(identifier.value()));
            person.birthDate().ifPresent(birth -> values.add(birth.date().toString()));
            person.address().ifPresent(address -> values.add(address.postcode()));
        }
        values.removeIf(value -> value.length() < 3);
        return values;
    }

    private static List<PersonKey> subjects(SourceItem item) {
        return item.subjects().stream().map(SourceItem.SourceSubject::person).toList();
    }
}
