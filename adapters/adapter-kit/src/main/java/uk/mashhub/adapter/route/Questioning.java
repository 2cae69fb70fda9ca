package uk.mashhub.adapter.route;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.seal.SealBroken;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Question;

/** Opens one sealed question, asks the source, and checks that what comes back answers that question. */
final class Questioning {
    private static final Logger LOG = LoggerFactory.getLogger(Questioning.class);

    private final String address;
    private final SourceSystem source;
    private final SealKeyPair own;

    Questioning(String address, SourceSystem source, SealKeyPair own) {
        this.address = address;
        this.source = source;
        this.own = own;
    }

    /** Reads a question for this source; anything else is {@link QuestionUnreadable}. */
    Question open(byte[] sealed) {
        try {
            Question question = ModelJson.read(Seal.open(own, address, sealed), Question.class);
            if (question.source().equals(source.id())) {
                return question;
            }
        } catch (SealBroken | IllegalArgumentException e) {
            // Neither says more than that it failed; the log line below is all there is to know.
        }
        LOG.error("A question at {} cannot be read; nothing was asked", address);
        throw new QuestionUnreadable();
    }

    /**
     * Asks. A fault of the adapter counts as the source being unavailable: the people at the screen see 'unavailable',
     * never silence.
     */
    Answer ask(Question question) throws SourceUnavailable {
        Answer answer = answer(question);
        if (!answer.token().equals(question.token()) || !answer.source().equals(source.id())) {
            LOG.error("The adapter of {} answered another question than {}", source.id(), question.token());
            throw new SourceUnavailable("the adapter failed");
        }
        return answer;
    }

    private Answer answer(Question question) throws SourceUnavailable {
        try {
            return source.ask(question);
        } catch (RuntimeException e) {
            // The class alone: a message could repeat what the system said about a person.
            LOG.error(
                    "The adapter of {} failed on {}: {}",
                    source.id(),
                    question.token(),
                    e.getClass().getName());
            throw new SourceUnavailable("the adapter failed");
        }
    }
}
