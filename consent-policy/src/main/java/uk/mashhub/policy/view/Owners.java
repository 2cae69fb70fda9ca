package uk.mashhub.policy.view;

import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.model.enquiry.AgencyStatus;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.fact.ViewPart;

/**
 * What agencies are called in a view. Where an agency's name may say where somebody is, only the reader's own is named,
 * and the number to ring is that of the authority whose hub this is.
 */
final class Owners {
    private final Reading reading;

    Owners(Reading reading) {
        this.reading = reading;
    }

    boolean named(AgencyId agency) {
        return reading.shows(ViewPart.OWNERS_NAMED)
                || reading.scene().audience().agency().equals(agency);
    }

    String name(AgencyId agency) {
        if (!named(agency)) {
            return "An agency of the hub";
        }
        return status(agency).map(AgencyStatus::name).orElse("Another agency");
    }

    String contact(AgencyId agency) {
        Optional<AgencyStatus> asked = named(agency) ? status(agency) : Optional.empty();
        return asked.or(this::authority).map(AgencyStatus::contact).orElse("the MASH");
    }

    /** What people call the system that an item came from. */
    String system(Provenance provenance) {
        if (!named(provenance.owner())) {
            return "";
        }
        return status(provenance.owner()).stream()
                .flatMap(a -> a.sources().stream())
                .filter(s -> s.source().equals(provenance.source()))
                .map(s -> s.title())
                .findFirst()
                .orElse(Words.ofSlug(provenance.source().value()));
    }

    private Optional<AgencyStatus> status(AgencyId agency) {
        return agencies().filter(a -> a.agency().equals(agency)).findFirst();
    }

    private Optional<AgencyStatus> authority() {
        return agencies().filter(a -> a.sector() == Sector.LOCAL_AUTHORITY).findFirst();
    }

    private Stream<AgencyStatus> agencies() {
        return reading.agencies().stream();
    }
}
