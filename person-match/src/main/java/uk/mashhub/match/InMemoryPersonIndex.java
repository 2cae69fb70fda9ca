package uk.mashhub.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * The index in memory. It keeps the first 64 bits of a key: two keys that fall together cost a comparison and nothing
 * else. Safe for use by several threads.
 */
public final class InMemoryPersonIndex implements SearchIndex {
    private static final int LOCKS = 256;

    private final int most;
    private final KeyTable everybody = new KeyTable();
    private final KeyTable open = new KeyTable();
    private final Map<PersonId, Integer> places = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<PersonId, Set<StatuteFlag>> statutes = new HashMap<>();
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    public InMemoryPersonIndex() {
        this(MOST);
    }

    /**
     * Makes an empty index.
     *
     * @param most as many people may share a key
     */
    public InMemoryPersonIndex(int most) {
        this.most = most;
    }

    private record Entry(PersonId id, PersonDetails details, long[] keys) {
        @Override
        public String toString() {
            return "Entry[not shown]";
        }
    }

    @Override
    public synchronized Found candidates(Set<BlockingKey> keys) {
        return found(everybody, keys);
    }

    @Override
    public synchronized Found open(Set<BlockingKey> keys) {
        return found(open, keys);
    }

    private Found found(KeyTable table, Set<BlockingKey> keys) {
        Set<Integer> holders = new TreeSet<>();
        int crowded = 0;
        for (BlockingKey key : keys) {
            int atMost = key.loose() ? Math.min(most, MOST_LOOSE) : most;
            boolean tooMany = table.crowded(key.prefix(), atMost, holders::add);
            crowded += tooMany && !key.loose() ? 1 : 0;
        }
        return new Found(
                holders.stream()
                        .map(entries::get)
                        .map(e -> new Candidate(e.id(), e.details(), statutes.getOrDefault(e.id(), Set.of())))
                        .sorted(Comparator.comparing(c -> c.id().value()))
                        .toList(),
                crowded);
    }

    @Override
    public synchronized void add(PersonId id, PersonDetails known, Set<BlockingKey> keys) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(known, "details");
        long[] added = keys.stream().mapToLong(BlockingKey::prefix).toArray();
        int place = places.computeIfAbsent(id, x -> entries.size());
        if (place == entries.size()) {
            entries.add(new Entry(id, known, added));
        } else {
            long[] before = entries.get(place).keys();
            long[] all = LongStream.concat(Arrays.stream(before), Arrays.stream(added))
                    .distinct()
                    .toArray();
            entries.set(place, new Entry(id, known, all));
        }
        boolean shown = Statutes.units(statutes.getOrDefault(id, Set.of())).isEmpty();
        for (long key : added) {
            everybody.add(key, place);
            if (shown) {
                open.add(key, place);
            }
        }
    }

    @Override
    public synchronized void restrict(PersonId id, Set<StatuteFlag> added) {
        Objects.requireNonNull(id, "id");
        Set<StatuteFlag> all = statutes.computeIfAbsent(id, x -> EnumSet.noneOf(StatuteFlag.class));
        all.addAll(added);
        Integer place = places.get(id);
        if (place != null && !Statutes.units(all).isEmpty()) {
            for (long key : entries.get(place).keys()) {
                open.remove(key, place);
            }
        }
    }

    @Override
    public <T> T alone(Set<BlockingKey> keys, Supplier<T> work) {
        // One order for everybody, so that no two wait for each other.
        int[] held = keys.stream()
                .mapToInt(k -> Math.floorMod(k.prefix(), LOCKS))
                .sorted()
                .distinct()
                .toArray();
        Arrays.stream(held).forEach(i -> locks[i].lock());
        try {
            return work.get();
        } finally {
            IntStream.of(held).forEach(i -> locks[i].unlock());
        }
    }
}
