package uk.mashhub.hub.assemble;

import java.util.List;
import java.util.Map;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonFlag;

/**
 * Safety flags that reach people of an enquiry over links to people of other enquiries.
 *
 * @param settled by links all of which somebody has settled: the person's own
 * @param possible by any other: they restrict, and no reader is told of them (ruling 10)
 */
public record TravellingFlags(Map<PersonId, List<PersonFlag>> settled, Map<PersonId, List<PersonFlag>> possible) {
    public TravellingFlags {
        settled = Map.copyOf(settled);
        possible = Map.copyOf(possible);
    }

    /** None. */
    public static TravellingFlags none() {
        return new TravellingFlags(Map.of(), Map.of());
    }

    /** Those that reach one person and are the person's own. */
    public List<PersonFlag> settled(PersonId person) {
        return settled.getOrDefault(person, List.of());
    }

    /** Those that reach one person and only may be the person's. */
    public List<PersonFlag> possible(PersonId person) {
        return possible.getOrDefault(person, List.of());
    }
}
