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
 * @param stopped whether it has stopped sharing: nothing new is asked of it, and nothing of it is shown to others
 */
public record AgencyStatus(
        AgencyId agency, String name, Sector sector, String contact, List<SourceStatus> sources, boolean stopped) {
    public AgencyStatus {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(contact, "contact");
        sources = List.copyOf(sources);
    }

    /** An agency that shares. */
    public AgencyStatus(AgencyId agency, String name, Sector sector, String contact, List<SourceStatus> sources) {
        this(agency, name, sector, contact, sources, false);
    }

    /** The same, as if it shared. */
    public AgencyStatus sharing() {
        return new AgencyStatus(agency, name, sector, contact, sources, false);
    }

    @Override
    public String toString() {
        return "AgencyStatus[" + agency + "]";
    }
}
