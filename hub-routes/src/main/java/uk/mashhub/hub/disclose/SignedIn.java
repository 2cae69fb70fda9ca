package uk.mashhub.hub.disclose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;

/**
 * Who is signed in, as the identity provider vouches for it.
 *
 * @param user a random id
 * @param authenticatedAt since when
 * @param trainedUntil the last day on which the training counts; empty if the provider does not say
 * @param vettedUntil the last day on which the vetting counts; empty if the provider does not say
 */
public record SignedIn(
        UserId user,
        AreaCode area,
        TeamId team,
        Instant authenticatedAt,
        Optional<LocalDate> trainedUntil,
        Optional<LocalDate> vettedUntil) {
    public SignedIn {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(authenticatedAt, "authenticatedAt");
        Objects.requireNonNull(trainedUntil, "trainedUntil");
        Objects.requireNonNull(vettedUntil, "vettedUntil");
    }

    /** Whether the training counts on a day; what is not known does not (law 1). */
    boolean trainedOn(LocalDate day) {
        return trainedUntil.filter(last -> !day.isAfter(last)).isPresent();
    }

    /** Whether the vetting counts on a day; what is not known does not (law 1). */
    boolean vettedOn(LocalDate day) {
        return vettedUntil.filter(last -> !day.isAfter(last)).isPresent();
    }
}
