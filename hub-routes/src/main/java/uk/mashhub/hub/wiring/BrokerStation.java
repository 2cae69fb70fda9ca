package uk.mashhub.hub.wiring;

import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.Principal;

/** What one principal may do at the broker. Anything that is not named here is refused (ruling 19). */
public record BrokerStation(Principal principal, Set<String> sends, Set<String> consumes) {
    public BrokerStation {
        Objects.requireNonNull(principal, "principal");
        sends = Set.copyOf(sends);
        consumes = Set.copyOf(consumes);
    }
}
