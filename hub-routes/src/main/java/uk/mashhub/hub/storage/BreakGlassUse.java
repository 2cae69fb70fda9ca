package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;

/**
 * One use of break-glass.
 *
 * @param until when it ends
 * @param reviewBy when it must have been reviewed
 */
public record BreakGlassUse(
        UUID id,
        AreaCode area,
        TeamId team,
        UserId user,
        EnquiryId enquiry,
        Instant at,
        Instant until,
        Instant reviewBy,
        Optional<Instant> reviewedAt) {
    public BreakGlassUse {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(enquiry, "enquiry");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(reviewBy, "reviewBy");
        Objects.requireNonNull(reviewedAt, "reviewedAt");
    }
}
