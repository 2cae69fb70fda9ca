package uk.mashhub.model.enquiry;

import java.util.List;
import java.util.Objects;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.Sector;

/**
 * An agency of the enquiry's area and how its sources stand.
 *
 * @param name what people call it
 * @param contact whom to ring, such as 'Police MASH desk 020 7946 0001'
 */
public record AgencyStatus(AgencyId agency, String name, Sector sector, String contact, List<SourceStatus> sources) {
    public AgencyStatus {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(contact, "contact");
        sources = List.copyOf(sources);
    }

    @Override
    public String toString() {
        return "AgencyStatus[" + agency + "]";
    }
}
