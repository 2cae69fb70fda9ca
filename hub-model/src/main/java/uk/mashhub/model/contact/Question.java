package uk.mashhub.model.contact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.Purpose;

/**
 * What one source is asked. It is a disclosure to that source (ruling 1), so only policy fills it.
 *
 * @param token random; the answer must carry it (ruling 19)
 * @param dueAt when the answer is wanted; the question stays open after that
 */
public record Question(QuestionId token, SourceId source, Purpose purpose, Instant dueAt, List<AskedPerson> people) {
    public Question {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(dueAt, "dueAt");
        people = List.copyOf(people);
    }

    @Override
    public String toString() {
        return "Question[" + source + "]";
    }
}
