package uk.mashhub.hub.enquiry;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.intake.Digests;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.match.AnswerMatching;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.match.ToldBefore;
import uk.mashhub.hub.storage.Arrival;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.hub.storage.QuestionStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.QuestionId;

/**
 * Takes in what a source answers: from the source that was asked, to the question that it was asked, about the people it
 * was asked about (ruling 19). Everything else is quarantined whole.
 */
public final class Answers {
    private final Inbox inbox;
    private final QuestionStore questions;
    private final EnquiryLedger ledger;
    private final AnswerMatching matching;
    private final PeopleBook book;
    private final Quarantine quarantine;
    private final Audit audit;
    private final Clock clock;
    private final RandomSource random;

    public Answers(
            Inbox inbox,
            QuestionStore questions,
            EnquiryLedger ledger,
            AnswerMatching matching,
            PeopleBook book,
            Quarantine quarantine,
            Audit audit,
            Clock clock,
            RandomSource random) {
        this.inbox = inbox;
        this.questions = questions;
        this.ledger = ledger;
        this.matching = matching;
        this.book = book;
        this.quarantine = quarantine;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** The enquiry that an answer belongs to, if the sender was asked that question. */
    public Optional<EnquiryId> enquiryOf(Sender sender, Answer answer) {
        return asked(sender, answer.token())
                .filter(q -> q.source().equals(answer.source()))
                .map(QuestionRow::enquiry);
    }

    /** A question, if it was put to this sender. */
    Optional<QuestionRow> asked(Sender sender, QuestionId token) {
        return questions
                .find(token)
                .filter(q -> q.agency().equals(sender.agency().id()))
                .filter(q -> q.source().equals(sender.source().id()));
    }

    /** The enquiry of a question that was put to somebody. */
    public Optional<EnquiryId> enquiryOf(QuestionId token) {
        return questions.find(token).map(QuestionRow::enquiry);
    }

    /**
     * An answer waits in quarantine: its source is 'unavailable', unless it has answered otherwise. The caller has locked
     * the enquiry.
     *
     * @param answer empty if it cannot be read
     * @return the enquiries that must be decided again, in the order of their ids
     */
    public Set<EnquiryId> setAside(QuestionId token, Optional<Answer> answer) {
        QuestionRow question = questions.lock(token).orElseThrow();
        boolean open = question.state().equals(SourceState.ASKED.name())
                || question.state().equals(SourceState.UNAVAILABLE.name());
        return open ? refused(question, answer.orElseGet(() -> nothing(question))) : Set.of();
    }

    private static Answer nothing(QuestionRow question) {
        return new Answer(
                question.token(),
                question.source(),
                Answer.Kind.UNAVAILABLE,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * Takes an answer into its enquiry, which the caller has locked.
     *
     * @return the enquiries that must be decided again, in the order of their ids; empty if nothing changed
     */
    public Set<EnquiryId> take(Sender sender, Answer answer, Packet packet) {
        QuestionRow question = questions.lock(answer.token()).orElseThrow();
        if (answer.kind() == Answer.Kind.UNAVAILABLE) {
            return unavailable(question, answer);
        }
        byte[] bytes = ModelJson.write(answer);
        if (answer.items().stream().anyMatch(i -> !i.labels().classification().mayBeHeld())) {
            quarantine.classifiedAnswer(sender, bytes);
            return refused(question, answer);
        }
        Optional<EnquiryFact.Answered> matched = matching.match(
                question,
                questions.keys(question.token()),
                answer,
                packet,
                book::known,
                ToldBefore.of(ledger.look(question.enquiry()), question.source()),
                sender.agency().id(),
                clock.instant());
        if (matched.isEmpty()) {
            quarantine.answer(sender, bytes, "NOT_ASKED_ABOUT", "the answer is about people nobody asked about");
            return refused(question, answer);
        }
        return once(sender, question, bytes, matched.get());
    }

    private Set<EnquiryId> once(Sender sender, QuestionRow question, byte[] bytes, EnquiryFact.Answered fact) {
        Arrival arrival = inbox.arrive(
                sender.principal(),
                new MessageId("answer-" + question.token()),
                Digests.of(bytes),
                random.uuid(),
                clock.instant());
        if (arrival instanceof Arrival.Conflict) {
            quarantine.answer(sender, bytes, "CONFLICT", "a second, different answer to one question");
        }
        if (!(arrival instanceof Arrival.First)) {
            return Set.of();
        }
        audit.answered(question, bytes);
        questions.settle(question.token(), fact.kind().name(), clock.instant(), fact.reason());
        return append(question, fact);
    }

    /** It waits in quarantine; a corrected answer is still welcome, and its safety flags hold meanwhile. */
    private Set<EnquiryId> refused(QuestionRow question, Answer answer) {
        EnquiryFact.Answered fact = matching.refused(question, questions.keys(question.token()), answer);
        questions.settle(question.token(), fact.kind().name(), clock.instant(), fact.reason());
        return append(question, fact);
    }

    private Set<EnquiryId> append(QuestionRow question, EnquiryFact.Answered fact) {
        ledger.append(question.enquiry(), question.agency(), fact);
        Set<EnquiryId> affected = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        affected.add(question.enquiry());
        PeopleBook.Entered entered = book.enter(question.enquiry(), fact);
        entered.found().forEach(f -> ledger.append(question.enquiry(), question.agency(), f));
        affected.addAll(entered.reached());
        return affected;
    }

    private Set<EnquiryId> unavailable(QuestionRow question, Answer answer) {
        if (!question.state().equals(SourceState.ASKED.name())) {
            return Set.of();
        }
        questions.settle(question.token(), answer.kind().name(), clock.instant(), answer.reason());
        ledger.append(question.enquiry(), question.agency(), AnswerMatching.without(question, answer));
        return Set.of(question.enquiry());
    }
}
