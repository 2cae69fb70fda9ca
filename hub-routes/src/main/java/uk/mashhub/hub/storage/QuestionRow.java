package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;

/**
 * A question put to one source.
 *
 * @param token random; the answer carries it
 * @param state a {@link uk.mashhub.model.enquiry.SourceState}
 * @param since when it came into that state
 * @param reason in the source's own words, sealed at rest; empty if none
 */
public record QuestionRow(
        QuestionId token,
        EnquiryId enquiry,
        AgencyId agency,
        SourceId source,
        String state,
        Instant askedAt,
        Instant dueAt,
        Instant since,
        String reason) {
    public QuestionRow {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(enquiry, "enquiry");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(askedAt, "askedAt");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return "QuestionRow[" + token + ", " + state + "]";
    }
}
