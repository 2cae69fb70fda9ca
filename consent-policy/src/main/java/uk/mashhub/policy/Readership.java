package uk.mashhub.policy;

import java.util.Objects;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.policy.fact.ActsFor;

/**
 * An audience and the person whose packet it reads.
 *
 * @param actsFor for whom the audience's team acts, in whatever enquiry: part of what puts a reader on the perpetrator's
 *     side, so it is never left out
 */
public record Readership(Audience audience, PersonId perspective, ActsFor actsFor) {
    public Readership {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(perspective, "perspective");
        Objects.requireNonNull(actsFor, "actsFor");
    }
}
