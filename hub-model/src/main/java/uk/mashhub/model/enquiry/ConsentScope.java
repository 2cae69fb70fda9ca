package uk.mashhub.model.enquiry;

import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Ordered;
import uk.mashhub.model.vocabulary.Purpose;

/**
 * How far a word goes. An empty set limits nothing; agencies and teams are recipients, and either will do.
 *
 * @param agencies to whom
 * @param teams to whom, more narrowly
 * @param purposes what for
 * @param dataClasses what kinds of information
 */
public record ConsentScope(
        Set<AgencyId> agencies, Set<TeamId> teams, Set<Purpose> purposes, Set<DataClass> dataClasses) {

    /** Everything for everybody. */
    public static final ConsentScope ALL = new ConsentScope(Set.of(), Set.of(), Set.of(), Set.of());

    public ConsentScope {
        agencies = Set.copyOf(agencies);
        teams = Set.copyOf(teams);
        purposes = Ordered.copy(purposes, Purpose.class);
        dataClasses = Ordered.copy(dataClasses, DataClass.class);
    }

    /**
     * Whether it reaches what a team of an agency would get.
     *
     * @param dataClass what kind of information; empty for whatever there may be, which a scope of some kinds does not
     *     reach
     */
    public boolean covers(AgencyId agency, TeamId team, Purpose purpose, Optional<DataClass> dataClass) {
        boolean everybody = agencies.isEmpty() && teams.isEmpty();
        return (everybody || agencies.contains(agency) || teams.contains(team))
                && (purposes.isEmpty() || purposes.contains(purpose))
                && (dataClasses.isEmpty()
                        || dataClass.map(dataClasses::contains).orElse(false));
    }
}
