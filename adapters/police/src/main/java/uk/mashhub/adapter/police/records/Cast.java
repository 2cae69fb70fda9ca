package uk.mashhub.adapter.police.records;

import java.util.Collection;
import java.util.HashSet;
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
    /** Whose records are wanted: people asked about, and records that may be theirs. */
    private final Set<PersonKey> wanted = new HashSet<>();

    Cast(Hits hits) {
        hits.certain().forEach((key, hit) -> keys.put(hit.recordId(), key));
        wanted.addAll(hits.certain().keySet());
        hits.candidates().keySet().forEach(hit -> wanted.add(own(hit.recordId())));
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

    /** Whether any of these people was, or may have been, asked about. */
    boolean concerns(Collection<PersonKey> people) {
        return people.stream().anyMatch(wanted::contains);
    }
}
