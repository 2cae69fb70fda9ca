package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.ViewId;

/**
 * What stands about one version of a view outside its sealed bodies.
 *
 * @param teamRole the database role that may read it
 * @param version 1 for the first
 * @param digest SHA-256 of the content without handles, 64 hex digits: what tells whether the reader's bytes change
 * @param inputs the versions of everything it was decided on, see {@link Inputs}
 * @param policyHash the policy it was decided with
 * @param stops the newest stop or lift of sharing in the area that it was decided on, see {@link SharingStops}
 * @param validUntil the first instant at which a time fact flips
 * @param listing where its team finds it
 */
public record ViewHead(
        ViewId id,
        ViewKey key,
        String teamRole,
        long version,
        String digest,
        String inputs,
        String policyHash,
        long stops,
        DisclosureId disclosure,
        Instant at,
        Optional<Instant> validUntil,
        Listing listing) {
    public ViewHead {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(teamRole, "teamRole");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(policyHash, "policyHash");
        Objects.requireNonNull(disclosure, "disclosure");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(listing, "listing");
    }

    /** Where it stands on its list. */
    public Place place() {
        return new Place(listing.rank(), listing.dueAt(), id);
    }

    @Override
    public String toString() {
        return "ViewHead[" + id + ", version " + version + "]";
    }
}
