package uk.mashhub.adapter.police.records;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.mashhub.model.id.PersonKey;

/** Who is who in one answer: the system's record ids, and the keys that stand for them. */
final class Cast {
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String OTHERS = "record/";

    private final Map<String, PersonKey> keys = new LinkedHashMap<>();
    private final Set<PersonKey> asked;

    Cast(Map<PersonKey, Hit> certain) {
        certain.forEach((key, hit) -> keys.put(hit.recordId(), key));
        this.asked = Set.copyOf(certain.keySet());
    }

    /** An id that may stand in an address: opaque, and so no name, no date and no number with its separators. */
    static String checked(String recordId, String place) throws WrongShape {
        if (!OPAQUE.matcher(recordId).matches()) {
            throw new WrongShape(place);
        }
        return recordId;
    }

    /** The key of a record: the question's for people asked about, one of its own for anybody else. */
    PersonKey key(String recordId) throws WrongShape {
        checked(recordId, "recordId");
        return keys.computeIfAbsent(recordId, Cast::own);
    }

    static PersonKey own(String recordId) {
        return new PersonKey(OTHERS + recordId);
    }

    boolean asked(PersonKey key) {
        return asked.contains(key);
    }

    /** Whether any of these people was asked about. */
    boolean asked(Collection<PersonKey> people) {
        return people.stream().anyMatch(asked::contains);
    }
}
