package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.Principal;

/**
 * A message that could not be processed (ruling 26). Fault, place and reason repeat nothing of the message's values.
 *
 * @param agency whose operators may open the body
 * @param address where it came in
 * @param size in bytes
 * @param digest SHA-256 of the body; kept as an HMAC
 * @param state a word of the journey, such as WAITING, MENDED, DISCARDED
 */
public record QuarantineRow(
        Principal principal,
        AgencyId agency,
        String address,
        long size,
        byte[] digest,
        String fault,
        String place,
        String reason,
        String state,
        Instant at,
        Optional<Instant> settledAt) {
    public QuarantineRow {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(settledAt, "settledAt");
    }

    @Override
    public String toString() {
        return "QuarantineRow[" + principal + ", " + fault + "]";
    }
}
