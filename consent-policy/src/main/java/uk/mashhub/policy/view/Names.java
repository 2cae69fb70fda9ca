package uk.mashhub.policy.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.policy.json.Json;

/** What lines and people are called in one view. A person's handle is worked out once. */
public final class Names {
    private final Function<ItemId, String> lines;
    private final Function<PersonId, String> people;
    private final Map<PersonId, Json> known = new HashMap<>();

    /**
     * @param lines the handle of an item's line
     * @param people the handle of a person
     */
    public Names(Function<ItemId, String> lines, Function<PersonId, String> people) {
        this.lines = lines;
        this.people = people;
    }

    Json line(ItemId item) {
        return new Json.Name(item.toString(), lines.apply(item));
    }

    Json person(PersonId person) {
        return known.computeIfAbsent(person, p -> new Json.Name(p.toString(), people.apply(p)));
    }

    Json people(Collection<PersonId> all) {
        return Json.rows(all.stream().map(this::person).toList());
    }
}
