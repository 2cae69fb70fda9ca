package uk.mashhub.hub.intake;

import java.util.Objects;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Source;
import uk.mashhub.model.id.Principal;

/** Who sent a message, from its authenticated principal: the owner of all that it says (ruling 19). */
public record Sender(Principal principal, Area area, Agency agency, Source source) {
    public Sender {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(source, "source");
    }
}
