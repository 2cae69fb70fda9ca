package uk.mashhub.model.enquiry;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.AgencyId;

/**
 * A decision maker's recorded override of missing agreement, before agencies are asked below section 47
 * (R (AB and CD) v Haringey [2013] EWHC 416 (Admin)).
 *
 * @param agencies which may be asked; empty means all of the area
 */
public record SharingOverride(Set<AgencyId> agencies, String reason, Instant at) {
    public SharingOverride {
        agencies = Set.copyOf(agencies);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    /** Whether it covers an agency. */
    public boolean covers(AgencyId agency) {
        return agencies.isEmpty() || agencies.contains(agency);
    }

    @Override
    public String toString() {
        return "SharingOverride[" + agencies + "]";
    }
}
