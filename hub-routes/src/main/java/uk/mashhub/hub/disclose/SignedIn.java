package uk.mashhub.hub.disclose;

import java.time.Instant;
import java.util.Objects;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;

/** Who is signed in: a random id, the team and area that the identity provider vouches for, and since when. */
public record SignedIn(UserId user, AreaCode area, TeamId team, Instant authenticatedAt) {
    public SignedIn {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(authenticatedAt, "authenticatedAt");
    }
}
