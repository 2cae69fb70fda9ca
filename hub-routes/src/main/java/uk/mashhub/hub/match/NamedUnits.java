package uk.mashhub.hub.match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.Role;

/**
 * Which team of an area settles a possible link with somebody whom a statute keeps apart (ruling 33): the named unit of
 * whoever holds the record, or the host's. An adoption is for the adoption lead. Anything else, more than one statute, and
 * an adoption in an area that names no lead is for the protected persons unit, which reads of it what policy gives it. So is a
 * link of which those who settle others may not know: to the host's unit alone nothing is silent.
 */
public final class NamedUnits {
    private final PeopleBook book;
    private final TwoRecords records;

    public NamedUnits(PeopleBook book, TwoRecords records) {
        this.book = book;
        this.records = records;
    }

    /** The one team for a link that is kept from others; empty where the area names nobody: then it waits, and restricts. */
    public Optional<Team> of(EnquiryFact.Waiting link, Area area) {
        Set<Reviewer> units = book.apart().units(link);
        Optional<Team> lead =
                units.equals(Set.of(Reviewer.ADOPTION_LEAD)) ? of(link, area, Role.ADOPTION_LEAD) : Optional.empty();
        return lead.or(() -> of(link, area, Role.PROTECTED_PERSONS_UNIT));
    }

    private Optional<Team> of(EnquiryFact.Waiting link, Area area, Role role) {
        List<Team> teams = area.teams().stream().filter(t -> t.role() == role).toList();
        return Stream.concat(holders(link), area.host().stream())
                .flatMap(agency -> teams.stream().filter(t -> t.agency().equals(agency)))
                .findFirst();
    }

    /** Whoever holds a record that is kept apart. */
    private Stream<AgencyId> holders(EnquiryFact.Waiting link) {
        return Stream.of(link.candidate(), link.person()).filter(this::apart).flatMap(p -> records.holder(p).stream());
    }

    private boolean apart(PersonId person) {
        return !book.apart().units(person).isEmpty();
    }
}
