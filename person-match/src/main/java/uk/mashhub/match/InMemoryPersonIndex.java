package uk.mashhub.match;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** The index in memory. Safe for use by several threads. */
public final class InMemoryPersonIndex implements PersonIndex {
    private final Map<BlockingKey, Set<PersonId>> byKey = new HashMap<>();
    private final Map<PersonId, PersonDetails> details = new HashMap<>();
    private final Map<PersonId, Set<StatuteFlag>> statutes = new HashMap<>();

    @Override
    public synchronized List<Candidate> candidates(Set<BlockingKey> keys) {
        return keys.stream()
                .flatMap(this::holders)
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .map(this::candidate)
                .toList();
    }

    @Override
    public synchronized void add(PersonId id, PersonDetails known, Set<BlockingKey> keys) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(known, "details");
        Set<BlockingKey> all = Set.copyOf(keys);
        details.put(id, known);
        all.forEach(k -> byKey.computeIfAbsent(k, x -> new HashSet<>()).add(id));
    }

    @Override
    public synchronized void restrict(PersonId id, Set<StatuteFlag> added) {
        Objects.requireNonNull(id, "id");
        statutes.computeIfAbsent(id, x -> EnumSet.noneOf(StatuteFlag.class)).addAll(added);
    }

    private Stream<PersonId> holders(BlockingKey key) {
        return byKey.getOrDefault(key, Set.of()).stream();
    }

    private Candidate candidate(PersonId id) {
        PersonDetails known = Objects.requireNonNull(details.get(id), "a person with keys has details");
        return new Candidate(id, known, statutes.getOrDefault(id, Set.of()));
    }
}
