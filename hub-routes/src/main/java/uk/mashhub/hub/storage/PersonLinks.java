package uk.mashhub.hub.storage;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.mashhub.hub.storage.PersonStore.LinkState;
import uk.mashhub.model.id.PersonId;

/** Who is, or may be, the same person, as it was when it was read. Whoever is settled to be somebody else is not in it. */
public final class PersonLinks {
    /** As PostgreSQL sorts them. */
    private static final Comparator<PersonId> ORDER = Comparator.comparing(PersonId::toString);

    private final Map<PersonId, Set<PersonId>> same = new HashMap<>();
    private final Map<PersonId, Set<PersonId>> linked = new HashMap<>();

    PersonLinks() {}

    void add(PersonId person, PersonId other, LinkState state) {
        linked.computeIfAbsent(person, p -> new HashSet<>()).add(other);
        if (state == LinkState.SAME) {
            same.computeIfAbsent(person, p -> new HashSet<>()).add(other);
        }
    }

    /** Everybody else who is, or may be, the same person; through as many links as there are, sorted. */
    public List<PersonId> linked(PersonId person) {
        return reachable(person, linked);
    }

    /** Everybody else of whom it is settled that they are the same person; through as many links as there are, sorted. */
    public List<PersonId> same(PersonId person) {
        return reachable(person, same);
    }

    private static List<PersonId> reachable(PersonId person, Map<PersonId, Set<PersonId>> links) {
        Set<PersonId> found = new HashSet<>(Set.of(person));
        Deque<PersonId> next = new ArrayDeque<>(found);
        while (!next.isEmpty()) {
            for (PersonId other : links.getOrDefault(next.remove(), Set.of())) {
                if (found.add(other)) {
                    next.add(other);
                }
            }
        }
        found.remove(person);
        return found.stream().sorted(ORDER).toList();
    }
}
