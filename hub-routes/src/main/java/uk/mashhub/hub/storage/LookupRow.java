package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;

/**
 * One log entry as the information governance leads of one agency find it. Nothing in it names a person: what does is sealed
 * beside it.
 *
 * @param entry the entry's id, by which anybody can check that it is in the log
 * @param agent who did it, recipient who was shown: ids and slugs, as in the entry
 * @param policy hash of the policy decided by, or {@code none}
 * @param of for an opening: the row of what was opened
 */
public record LookupRow(
        UUID id,
        String entry,
        AreaCode area,
        AgencyId agency,
        Share share,
        Optional<EnquiryId> enquiry,
        Instant at,
        String act,
        String agent,
        String recipient,
        String purpose,
        String outcome,
        String policy,
        Optional<UUID> of) {

    /** Why the agency's leads may find it (ruling 13). */
    public enum Share {
        /** People of the agency did it, or were shown it. */
        ROOM,
        /** It is evidence about the agency's own items. */
        OWNER,
        /** It concerns the hub and nobody's records. */
        EVERYBODY
    }

    public LookupRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(enquiry, "enquiry");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(of, "of");
    }

    @Override
    public String toString() {
        return "LookupRow[" + entry + "]";
    }
}
