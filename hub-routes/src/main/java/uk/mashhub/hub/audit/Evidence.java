package uk.mashhub.hub.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.mashhub.model.vocabulary.Role;

/** Which evidence about an item its owner's information governance lead reads (ruling 13). */
public final class Evidence {
    /** Evidence of these is for the named unit alone; so is what nobody could work out. */
    private static final List<String> NAMED_UNIT = List.of(
            "SUBJECT_PROTECTED_PERSON",
            "STATUTE_WITNESS_PROTECTION",
            "STATUTE_GENDER_RECOGNITION",
            "STATUTE_ADOPTION",
            "STATUTE_ASSISTED_CONCEPTION",
            "STATUTE_UNKNOWN");

    /** The named units themselves: of what they read, no lead learns that it was read (ruling 13). */
    static final Set<Role> UNITS = Set.of(Role.PROTECTED_PERSONS_UNIT, Role.ADOPTION_LEAD);

    private Evidence() {}

    /** @param facts the attribute vector that an item was decided on */
    public static boolean forTheLead(Map<String, String> facts) {
        return NAMED_UNIT.stream().allMatch(fact -> "no".equals(facts.get(fact)));
    }
}
