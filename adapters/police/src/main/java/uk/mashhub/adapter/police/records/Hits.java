package uk.mashhub.adapter.police.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.id.PersonKey;

/**
 * What a search found for each person asked about: the one record that is certainly theirs, or records that may be. A tie
 * is not resolved here.
 */
final class Hits {
    private final Map<PersonKey, Hit> certain = new LinkedHashMap<>();
    private final Map<PersonKey, List<Hit>> possible = new LinkedHashMap<>();

    /** Takes what was found for one person. A search that the system cut short leaves nothing certain. */
    void take(AskedPerson asked, List<Hit> hits, boolean cutShort) {
        List<Hit> rest = new ArrayList<>(hits);
        rest.removeIf(h -> Likeness.of(asked, h.person().details()) == Likeness.OTHER);
        if (!cutShort) {
            best(asked, rest).forEach(h -> {
                certain.put(asked.key(), h);
                rest.remove(h);
            });
        }
        if (!rest.isEmpty()) {
            possible.put(asked.key(), rest);
        }
    }

    private static List<Hit> best(AskedPerson asked, List<Hit> hits) {
        for (Likeness level : List.of(Likeness.SAME_NUMBER, Likeness.SAME_NAME_AND_BIRTH_DATE)) {
            List<Hit> at = hits.stream()
                    .filter(h -> Likeness.of(asked, h.person().details()) == level)
                    .toList();
            if (!at.isEmpty()) {
                return at.size() == 1 ? at : List.of();
            }
        }
        return List.of();
    }

    /** One record cannot be two people: what two people claim is certain for neither. */
    void settle() {
        Map<PersonKey, Hit> contested = new LinkedHashMap<>(certain);
        contested
                .values()
                .removeIf(h -> certain.values().stream()
                                .filter(o -> o.recordId().equals(h.recordId()))
                                .count()
                        < 2);
        contested.forEach((key, hit) -> {
            certain.remove(key);
            possible.computeIfAbsent(key, k -> new ArrayList<>()).add(hit);
        });
    }

    Map<PersonKey, Hit> certain() {
        return certain;
    }

    Map<PersonKey, List<Hit>> possible() {
        return possible;
    }

    /** Every record that may be of somebody asked about, and surely of nobody: once, with each person it may be. */
    Map<Hit, List<PersonKey>> candidates() {
        Map<String, Hit> first = new LinkedHashMap<>();
        Map<Hit, List<PersonKey>> candidates = new LinkedHashMap<>();
        possible.forEach((asked, hits) -> hits.stream()
                .filter(h ->
                        certain.values().stream().noneMatch(c -> c.recordId().equals(h.recordId())))
                .map(h -> first.computeIfAbsent(h.recordId(), id -> h))
                .forEach(h ->
                        candidates.computeIfAbsent(h, x -> new ArrayList<>()).add(asked)));
        return candidates;
    }

    boolean nobody() {
        return certain.isEmpty() && possible.isEmpty();
    }
}
