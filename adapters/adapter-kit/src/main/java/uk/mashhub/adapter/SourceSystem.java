package uk.mashhub.adapter;

import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.SourceId;

/**
 * An answerer: takes a question to one system and brings back what it holds. Thread-safe; holds no state of a question.
 */
public interface SourceSystem {
    SourceId id();

    /**
     * Asks. 'Holds no record' and 'refuses' are answers; being unreachable is not. The answer carries the question's
     * token and the question's keys for asked people. A record that is only possibly that of somebody asked about comes too,
     * with its items, under a key of its own and named as a candidate: it waits in the hub until somebody settles the link.
     *
     * @throws SourceUnavailable if the system cannot be reached, is too slow or answers with an error of its own
     */
    Answer ask(Question question) throws SourceUnavailable;
}
