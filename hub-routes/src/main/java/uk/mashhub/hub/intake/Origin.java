package uk.mashhub.hub.intake;

import java.time.Instant;
import java.util.Objects;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;

/** Whose an item is and when it was taken out of which source. */
public record Origin(AgencyId owner, SourceId source, Instant extractedAt) {
    public Origin {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(extractedAt, "extractedAt");
    }
}
