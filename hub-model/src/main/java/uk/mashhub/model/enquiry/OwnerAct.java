package uk.mashhub.model.enquiry;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.TeamId;

/**
 * What the owner of an item has said about it. The latest of a kind counts.
 *
 * @param teams for RELEASE: to whom; otherwise empty
 * @param text for WORDING: the owner's words for others; for RELEASE: handling text; otherwise the reason
 */
public record OwnerAct(ItemId item, Kind kind, Set<TeamId> teams, String text, Instant at) {

    /** What an owner can do with an item. */
    public enum Kind {
        RELEASE,
        /** Nobody else gets it for now. */
        HOLD,
        /** Ends a hold. */
        UNHOLD,
        WORDING,
        /** It was wrong, or should not have been given: taken back from everybody. */
        RECALL
    }

    public OwnerAct {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(kind, "kind");
        teams = Set.copyOf(teams);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String toString() {
        return "OwnerAct[" + kind + " " + item + "]";
    }
}
