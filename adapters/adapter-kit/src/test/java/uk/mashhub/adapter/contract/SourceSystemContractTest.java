package uk.mashhub.adapter.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** The contract on a source that keeps it, and on sources that break it. */
class SourceSystemContractTest implements SourceSystemContract {
    private static final SourceId ID = new SourceId("register");

    @Override
    public SourceSystem answering() {
        return asking(question -> answer(question, question.people().get(0).key()));
    }

    @Override
    public SourceSystem knowingNobody() {
        return asking(question -> Answer.without(question, Answer.Kind.NO_RECORD, ""));
    }

    @Override
    public SourceSystem unreachable() {
        return unavailable("nobody listens");
    }

    @Override
    public SourceSystem hanging() {
        return unavailable("too slow");
    }

    @Override
    public SourceSystem talkingNonsense() {
        return unavailable("not its format");
    }

    @Override
    public Question question() {
        return new Question(
                new QuestionId(new UUID(1, 2)),
                ID,
                Purpose.S17,
                Instant.parse("2026-04-01T09:00:00Z"),
                List.of(new AskedPerson(
                        new PersonKey("a1"),
                        List.of(PersonName.usual("Ruby", "Madeup-Test")),
                        Optional.empty(),
                        List.of(),
                        Optional.empty())));
    }

    @Test
    void noticesAnswersAboutOthers() {
        SourceSystem gossip = asking(question -> answer(question, new PersonKey("somebody-else")));
        assertBites(() -> on(gossip).answersOnlyAboutPeopleWhoWereAskedAbout());
        assertBites(() -> on(gossip).namesEverybodyItsItemsAreAbout());
    }

    @Test
    void noticesACandidateWhoseRecordsStayBehind() {
        SourceSystem stingy = asking(question -> doubting(question, List.of()));
        assertBites(() -> on(stingy).bringsTheRecordsOfACandidateUnderAKeyOfItsOwn());
    }

    @Test
    void noticesASourceThatIsNeverInDoubt() {
        SourceSystemContract contract = new SourceSystemContractTest() {
            @Override
            public Optional<Question> doubtful() {
                return Optional.of(question());
            }
        };
        assertBites(contract::bringsTheRecordsOfACandidateUnderAKeyOfItsOwn);
    }

    @Test
    void takesACandidateWithItsRecords() throws SourceUnavailable {
        SourceSystem open = asking(question ->
                doubting(question, answer(question, new PersonKey("perhaps")).items()));
        on(open).bringsTheRecordsOfACandidateUnderAKeyOfItsOwn();
        on(open).answersOnlyAboutPeopleWhoWereAskedAbout();
    }

    @Test
    void noticesALoggedName() {
        SourceSystem chatty = asking(question -> {
            Logger.getLogger("chatty")
                    .finest(() -> "asking about "
                            + question.people().get(0).names().get(0).family());
            return answer(question, question.people().get(0).key());
        });
        assertBites(() -> on(chatty).logsNothingAboutAnybody());
    }

    @Test
    void noticesASourceThatCallsSilenceNoRecord() {
        SourceSystemContract contract = new SourceSystemContractTest() {
            @Override
            public SourceSystem unreachable() {
                return knowingNobody();
            }

            @Override
            public SourceSystem talkingNonsense() {
                return unavailable("no answer about Ruby");
            }
        };
        assertBites(contract::isUnavailableWhenNobodyListens);
        assertBites(contract::isUnavailableWhenTheSystemTalksNonsense);
    }

    private interface Asking {
        Answer ask(Question question) throws SourceUnavailable;
    }

    private static SourceSystem unavailable(String reason) {
        return asking(question -> {
            throw new SourceUnavailable(reason);
        });
    }

    private static SourceSystem asking(Asking asking) {
        return new SourceSystem() {
            @Override
            public SourceId id() {
                return ID;
            }

            @Override
            public Answer ask(Question question) throws SourceUnavailable {
                return asking.ask(question);
            }
        };
    }

    private static SourceSystemContract on(SourceSystem source) {
        return new SourceSystemContractTest() {
            @Override
            public SourceSystem answering() {
                return source;
            }
        };
    }

    private static Answer answer(Question question, PersonKey subject) {
        SourceItem item = new SourceItem(
                "r1",
                "1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EventTime.on(LocalDate.of(2026, 3, 2)),
                List.of(new SourceItem.SourceSubject(subject, SubjectRole.INDEX_CHILD)),
                ItemLabels.fact(DataClass.INVOLVEMENT),
                List.of(new ItemField(FieldKind.STATUS, "Status", "open")),
                List.of(),
                List.of());
        return new Answer(
                question.token(),
                question.source(),
                Answer.Kind.ANSWERED,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(item),
                List.of());
    }

    private static Answer doubting(Question question, List<SourceItem> items) {
        PersonKey record = new PersonKey("perhaps");
        PersonDetails details =
                new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());
        return new Answer(
                question.token(),
                question.source(),
                Answer.Kind.ANSWERED,
                "",
                List.of(new ContactPerson(record, Set.of(), details, List.of())),
                List.of(new Answer.Candidate(record, question.people().get(0).key())),
                List.of(),
                List.of(),
                items,
                List.of());
    }

    private static void assertBites(org.assertj.core.api.ThrowableAssert.ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class);
    }
}
