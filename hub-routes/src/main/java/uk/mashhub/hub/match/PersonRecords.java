package uk.mashhub.hub.match;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.PersonLinks;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.hub.storage.StoredFact;
import uk.mashhub.match.BlockingKey;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.PersonIndex;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * What the hub knows of people across enquiries, as ledgers of their own: details, flags, statutes; and how they stand to
 * each other. It is the index of people in PostgreSQL. No reader searches it (hub-routes/README.md), so nothing in it tells,
 * without the keys, whom a statute keeps apart.
 */
public final class PersonRecords implements PersonIndex {
    private static final String DETAILS = "Details";
    private static final String FLAGS = "Flags";
    private static final String STATUTES = "Statutes";

    private final PersonStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final int most;

    /** The hub's own. */
    public PersonRecords(PersonStore store, TransactionTemplate transactions, Clock clock) {
        this(store, transactions, clock, MOST);
    }

    /** @param most as many people may share a key */
    PersonRecords(PersonStore store, TransactionTemplate transactions, Clock clock, int most) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.most = most;
    }

    private record Flags(List<PersonFlag> flags) {}

    private record Statutes(Set<StatuteFlag> statutes) {}

    @Override
    public void add(PersonId id, PersonDetails details, Set<BlockingKey> keys) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(details, "details");
        store.enter(id, prefixes(keys), DETAILS, Holders.HUB, clock.instant(), ModelJson.write(details));
    }

    /**
     * Enters many new people at once, in few statements, without looking for anybody: to begin with what another system knew.
     *
     * @param keys of what is known of each
     */
    public void addAll(Map<PersonId, PersonDetails> people, Function<PersonDetails, Set<BlockingKey>> keys) {
        store.createAll(
                people.entrySet().stream()
                        .map(e -> new PersonStore.NewPerson(
                                e.getKey(), prefixes(keys.apply(e.getValue())), ModelJson.write(e.getValue())))
                        .toList(),
                DETAILS,
                Holders.HUB,
                clock.instant());
    }

    void flag(PersonId id, List<PersonFlag> flags) {
        if (!flags.isEmpty()) {
            store.append(id, FLAGS, Holders.HUB, clock.instant(), ModelJson.write(new Flags(flags)));
        }
    }

    @Override
    public void restrict(PersonId id, Set<StatuteFlag> statutes) {
        if (!statutes.isEmpty()) {
            store.create(id, clock.instant());
            store.append(id, STATUTES, Holders.HUB, clock.instant(), ModelJson.write(new Statutes(statutes)));
        }
    }

    void link(PersonId a, PersonId b, PersonStore.LinkState state) {
        store.link(a, b, state, clock.instant());
    }

    /** Says that two may be one, unless something has been said of them before; whether nothing had. */
    boolean linkIfNothingIsSaid(PersonId a, PersonId b) {
        return store.linkIfNothingIsSaid(a, b, clock.instant());
    }

    /**
     * Whether something has been said of two, even that they may be one or are not, or of any two records that are settled to be
     * theirs. That both may be a third says nothing of them: the third may be one of whom nobody may know (law 5).
     */
    boolean anythingSaid(PersonId a, PersonId b) {
        return store.anythingSaid(withSame(a), withSame(b));
    }

    private List<PersonId> withSame(PersonId id) {
        return Stream.concat(Stream.of(id), same(id).stream()).toList();
    }

    /** Holds the keys until the transaction ends. */
    void lockKeys(Set<BlockingKey> keys) {
        store.lockKeys(prefixes(keys));
    }

    /** In the caller's transaction, if there is one: then the keys are held until that ends. */
    @Override
    public <T> T alone(Set<BlockingKey> keys, Supplier<T> work) {
        Optional<T> done = transactions.execute(status -> {
            lockKeys(keys);
            return Optional.of(work.get());
        });
        return Objects.requireNonNull(done).orElseThrow();
    }

    List<PersonFlag> flags(PersonId id) {
        return flags(store.facts(id));
    }

    /** The same of each of these people of whom anything is known. */
    Map<PersonId, List<PersonFlag>> flags(Collection<PersonId> people) {
        Map<PersonId, List<PersonFlag>> flags = new HashMap<>();
        store.facts(people).forEach((id, facts) -> flags.put(id, flags(facts)));
        return flags;
    }

    private static List<PersonFlag> flags(List<StoredFact> facts) {
        Set<PersonFlag> flags = new LinkedHashSet<>();
        for (StoredFact fact : facts) {
            if (fact.kind().equals(FLAGS)) {
                flags.addAll(ModelJson.read(fact.json(), Flags.class).flags());
            }
        }
        return new ArrayList<>(flags);
    }

    /** What forbids joining a person's records. Somebody under protection is one whom the law forbids to disclose. */
    Set<StatuteFlag> statutes(PersonId id) {
        return statutes(store.facts(id));
    }

    /** The same of each of these people of whom anything is known. */
    Map<PersonId, Set<StatuteFlag>> statutes(Collection<PersonId> people) {
        Map<PersonId, Set<StatuteFlag>> statutes = new HashMap<>();
        store.facts(people).forEach((id, facts) -> statutes.put(id, statutes(facts)));
        return statutes;
    }

    /** How everybody stands to each other who is, or may be, one of these people. */
    PersonLinks links(Collection<PersonId> people) {
        return store.links(people);
    }

    /** A person by the newest of what is known; by this where nothing is. */
    Candidate known(PersonId id, PersonDetails otherwise) {
        List<StoredFact> facts = store.facts(id);
        return new Candidate(id, details(facts).orElse(otherwise), statutes(facts));
    }

    /** Everybody else who is, or may be, the same. */
    List<PersonId> linked(PersonId id) {
        return store.linked(id);
    }

    /** Everybody else of whom it is settled that they are the same. */
    List<PersonId> same(PersonId id) {
        return store.same(id);
    }

    @Override
    public Found candidates(Set<BlockingKey> keys) {
        return candidates(keys, this::read);
    }

    /** The same, but for those whose records this release cannot read. */
    Found readable(Set<BlockingKey> keys, Predicate<RuntimeException> ofOne) {
        return candidates(
                keys,
                people -> people.stream().flatMap(id -> readable(id, ofOne)).toList());
    }

    private Stream<Candidate> readable(PersonId id, Predicate<RuntimeException> ofOne) {
        try {
            return read(List.of(id)).stream();
        } catch (DataAccessException e) {
            // Nothing more can be asked in the transaction.
            throw e;
        } catch (RuntimeException e) {
            if (!ofOne.test(e)) {
                throw e;
            }
            return Stream.of();
        }
    }

    private List<Candidate> read(Collection<PersonId> people) {
        return store.facts(people).entrySet().stream()
                .flatMap(e ->
                        details(e.getValue()).map(d -> new Candidate(e.getKey(), d, statutes(e.getValue()))).stream())
                .toList();
    }

    private Found candidates(Set<BlockingKey> keys, Function<Collection<PersonId>, List<Candidate>> reading) {
        Map<Long, Integer> atMost = new HashMap<>();
        // Of two that fall together the one that more may share: to leave somebody out would be the worse.
        keys.forEach(k -> atMost.merge(k.prefix(), k.loose() ? Math.min(most, MOST_LOOSE) : most, Math::max));
        PersonStore.Sharing sharing = store.sharing(atMost);
        return new Found(
                reading.apply(sharing.people()).stream()
                        .sorted(Comparator.comparing(c -> c.id().value()))
                        .toList(),
                (int) keys.stream()
                        .filter(k -> !k.loose() && sharing.crowded().contains(k.prefix()))
                        .count());
    }

    /** What is known of each of these people, by id; of whom nothing is known is not there. */
    Map<PersonId, PersonDetails> details(Collection<PersonId> people) {
        Map<PersonId, PersonDetails> known = new HashMap<>();
        store.facts(people).forEach((id, facts) -> details(facts).ifPresent(d -> known.put(id, d)));
        return known;
    }

    /** Under which keys each of these people is found, by all that was ever said of them: whoever has moved is still found. */
    Map<PersonId, List<Long>> keysOf(Collection<PersonId> people, BlockingKeys keys) {
        Map<PersonId, List<Long>> all = new HashMap<>();
        people.forEach(id -> all.put(id, List.of()));
        store.facts(people)
                .forEach((id, facts) -> all.put(
                        id,
                        facts.stream()
                                .filter(f -> f.kind().equals(DETAILS))
                                .flatMap(f -> keys.of(ModelJson.read(f.json(), PersonDetails.class)).stream())
                                .map(BlockingKey::prefix)
                                .distinct()
                                .toList()));
        return all;
    }

    /** The newest: a record is replaced as a whole. */
    private static Optional<PersonDetails> details(List<StoredFact> facts) {
        return facts.stream()
                .filter(f -> f.kind().equals(DETAILS))
                .reduce((earlier, later) -> later)
                .map(f -> ModelJson.read(f.json(), PersonDetails.class));
    }

    /** What forbids joining a record that carries these flags and statutes. */
    static Set<StatuteFlag> statutes(List<PersonFlag> flags, Set<StatuteFlag> statutes) {
        Set<StatuteFlag> all = EnumSet.noneOf(StatuteFlag.class);
        all.addAll(statutes);
        if (flags.stream().anyMatch(f -> f.flag() == SafetyFlag.PROTECTED_PERSON)) {
            // Serious Organised Crime and Police Act 2005 s86: to tell who somebody now is, is an offence.
            all.add(StatuteFlag.WITNESS_PROTECTION);
        }
        return all;
    }

    private static Set<StatuteFlag> statutes(List<StoredFact> facts) {
        Set<StatuteFlag> statutes = EnumSet.noneOf(StatuteFlag.class);
        for (StoredFact fact : facts) {
            if (fact.kind().equals(STATUTES)) {
                statutes.addAll(ModelJson.read(fact.json(), Statutes.class).statutes());
            }
        }
        return statutes(flags(facts), statutes);
    }

    private static List<Long> prefixes(Set<BlockingKey> keys) {
        return keys.stream().map(BlockingKey::prefix).toList();
    }
}
