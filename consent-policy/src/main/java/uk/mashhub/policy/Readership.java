package uk.mashhub.policy;

import java.util.Objects;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.id.PersonId;

/** An audience and the person whose packet it reads. */
public record Readership(Audience audience, PersonId perspective) {
    public Readership {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(perspective, "perspective");
    }
}
