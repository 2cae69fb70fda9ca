package uk.mashhub.policy;

import java.time.Instant;
import java.util.Objects;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * Somebody wants to open a view. What is known of the user can only take the whole view away (ruling 4).
 *
 * @param audience the user's team and role
 * @param key the view
 * @param conflictOfInterest say yes where it is not known
 * @param trainingInDate say no where it is not known: a view of the room is refused then
 * @param vettingInDate the same
 */
public record Opening(
        Audience audience,
        ViewKey key,
        boolean conflictOfInterest,
        boolean trainingInDate,
        boolean vettingInDate,
        Instant at) {
    public Opening {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(at, "at");
    }

    /** What rules read of it. */
    public FactVector facts() {
        boolean own = key.team().equals(audience.team())
                && key.role() == audience.role()
                && key.area().equals(audience.area());
        return new FactVector.Gathering()
                .put(Attribute.ROLE, audience.role())
                .put(Attribute.PLACEMENT, audience.placement())
                .put(Attribute.ARTEFACT, key.artefact())
                .put(Attribute.CONFLICT_OF_INTEREST, conflictOfInterest)
                .put(Attribute.TRAINING_IN_DATE, trainingInDate)
                .put(Attribute.VETTING_IN_DATE, vettingInDate)
                .put(Attribute.VIEW_OF_OWN_TEAM, own)
                .done();
    }
}
