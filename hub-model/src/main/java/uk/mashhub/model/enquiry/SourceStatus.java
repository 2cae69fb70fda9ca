package uk.mashhub.model.enquiry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.SourceId;

/**
 * How one source of an agency stands to the enquiry.
 *
 * @param title what people call the system, such as 'Child Protection Information System'
 * @param since when it came to stand so
 * @param dueAt when the answer is wanted; present where asked
 * @param reason why not asked, refused or unavailable; without personal data; may be empty
 */
public record SourceStatus(
        SourceId source, String title, SourceState state, Instant since, Optional<Instant> dueAt, String reason) {
    public SourceStatus {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return "SourceStatus[" + source + ", " + state + "]";
    }
}
