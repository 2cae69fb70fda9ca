package uk.mashhub.hub.assemble;

import java.util.List;
import java.util.Map;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonFlag;

/** Safety flags that reach people of an enquiry over links to people of other enquiries. */
public record TravellingFlags(Map<PersonId, List<PersonFlag>> byPerson) {
    public TravellingFlags {
        byPerson = Map.copyOf(byPerson);
    }

    /** None. */
    public static TravellingFlags none() {
        return new TravellingFlags(Map.of());
    }

    /** Those that reach one person. */
    public List<PersonFlag> of(PersonId person) {
        return byPerson.getOrDefault(person, List.of());
    }
}
