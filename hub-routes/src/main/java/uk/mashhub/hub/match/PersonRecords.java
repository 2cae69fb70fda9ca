package uk.mashhub.hub.match;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.hub.storage.StoredFact;
import uk.mashhub.match.BlockingKey;
import uk.mashhub.match.Candidate;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** What the hub knows of people across enquiries, as ledgers of their own: details, flags, statutes; and how they stand to each other. */
public final class PersonRecords {
    private static final String DETAILS = "Details";
    private static final String FLAGS = "Flags";
    private static final String STATUTES = "Statutes";

    private final PersonStore store;
    private final Clock clock;

    public PersonRecords(PersonStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Flags(List<PersonFlag> flags) {}

    private record Statutes(Set<StatuteFlag> statutes) {}

    void create(PersonId id, PersonDetails details, Set<BlockingKey> keys) {
        store.create(id, bytes(keys), clock.instant());
        store.append(id, DETAILS, Holders.HUB, clock.instant(), ModelJson.write(details));
    }

    void flag(PersonId id, List<PersonFlag> flags) {
        if (!flags.isEmpty()) {
            store.append(id, FLAGS, Holders.HUB, clock.instant(), ModelJson.write(new Flags(flags)));
        }
    }

    void restrict(PersonId id, Set<StatuteFlag> statutes) {
        if (!statutes.isEmpty()) {
            store.append(id, STATUTES, Holders.HUB, clock.instant(), ModelJson.write(new Statutes(statutes)));
        }
    }

    void link(PersonId a, PersonId b, PersonStore.LinkState state) {
        store.link(a, b, state, clock.instant());
    }

    /** Holds the keys until the transaction ends. */
    void lockKeys(List<BlockingKey> keys) {
        store.lockKeys(keys.stream().map(k -> HexFormat.of().parseHex(k.hex())).toList());
    }

    boolean exists(PersonId id) {
        return store.facts(id).stream().anyMatch(f -> f.kind().equals(DETAILS));
    }

    List<PersonFlag> flags(PersonId id) {
        return flags(store.facts(id));
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

    /** Everybody else who is, or may be, the same. */
    List<PersonId> linked(PersonId id) {
        return store.linked(id);
    }

    /** Everybody else of whom it is settled that they are the same. */
    List<PersonId> same(PersonId id) {
        return store.same(id);
    }

    List<Candidate> candidates(Set<BlockingKey> keys) {
        return store.byKeys(bytes(keys)).stream().map(this::candidate).toList();
    }

    private Candidate candidate(PersonId id) {
        List<StoredFact> facts = store.facts(id);
        PersonDetails details = facts.stream()
                .filter(f -> f.kind().equals(DETAILS))
                .map(f -> ModelJson.read(f.json(), PersonDetails.class))
                .findFirst()
                .orElseThrow();
        return new Candidate(id, details, statutes(facts));
    }

    private static Set<StatuteFlag> statutes(List<StoredFact> facts) {
        Set<StatuteFlag> statutes = EnumSet.noneOf(StatuteFlag.class);
        for (StoredFact fact : facts) {
            if (fact.kind().equals(STATUTES)) {
                statutes.addAll(ModelJson.read(fact.json(), Statutes.class).statutes());
            }
        }
        if (flags(facts).stream().anyMatch(f -> f.flag() == SafetyFlag.PROTECTED_PERSON)) {
            // Serious Organised Crime and Police Act 2005 s86: to tell who somebody now is, is an offence.
            statutes.add(StatuteFlag.WITNESS_PROTECTION);
        }
        return statutes;
    }

    private static List<byte[]> bytes(Set<BlockingKey> keys) {
        return keys.stream().map(k -> HexFormat.of().parseHex(k.hex())).toList();
    }
}
