package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;

/**
 * A contact as it arrived; its body is kept whole and sealed beside it.
 *
 * @param format how to read the body
 */
public record ReferralRow(
        ReferralId id,
        Optional<EnquiryId> enquiry,
        Principal principal,
        SourceId source,
        String format,
        Instant receivedAt) {
    public ReferralRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(enquiry, "enquiry");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }

    @Override
    public String toString() {
        return "ReferralRow[" + id + "]";
    }
}
