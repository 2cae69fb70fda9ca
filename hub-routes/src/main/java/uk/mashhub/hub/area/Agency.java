package uk.mashhub.hub.area;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.Sector;

/**
 * An agency of an area.
 *
 * @param contact whom to ring when something is withheld or late
 */
public record Agency(AgencyId id, String name, Sector sector, String contact, List<Source> sources) {
    public Agency {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(contact, "contact");
        sources = List.copyOf(sources);
    }

    /** The source of that id. */
    public Optional<Source> source(SourceId id) {
        return sources.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The sources that are asked. */
    public List<Source> answerers() {
        return sources.stream().filter(s -> s.use() != Source.Use.FEED).toList();
    }
}
