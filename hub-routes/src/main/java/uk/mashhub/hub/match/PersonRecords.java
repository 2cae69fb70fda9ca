package uk.mashhub.hub.match;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

/** What the hub knows of people across enquiries, as ledgers of their own: details, flags, links. */
public final class PersonRecords {
    private static final String DETAILS = "Details";
    private static final String FLAGS = "Flags";
    private static final String LINK = "Link";

    private final PersonStore store;
    private final Clock clock;

    public PersonRecords(PersonStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How a link stands. */
    enum LinkState {
        POSSIBLE,
        SAME,
        APART
    }

    private record Flags(List<PersonFlag> flags) {}

    private record Link(PersonId other, LinkState state) {}

    void create(PersonId id, PersonDetails details, Set<BlockingKey> keys) {
        store.create(id, bytes(keys), clock.instant());
        store.append(id, DETAILS, Holders.HUB, clock.instant(), ModelJson.write(details));
    }

    void flag(PersonId id, List<PersonFlag> flags) {
        if (!flags.isEmpty()) {
            store.append(id, FLAGS, Holders.HUB, clock.instant(), ModelJson.write(new Flags(flags)));
        }
    }

    void link(PersonId a, PersonId b, LinkState state) {
        store.append(a, LINK, Holders.HUB, clock.instant(), ModelJson.write(new Link(b, state)));
        store.append(b, LINK, Holders.HUB, clock.instant(), ModelJson.write(new Link(a, state)));
    }

    /** Holds the keys until the transaction ends. */
    void lockKeys(List<BlockingKey> keys) {
        store.lockKeys(keys.stream().map(k -> HexFormat.of().parseHex(k.hex())).toList());
    }

    boolean exists(PersonId id) {
        return store.facts(id).stream().anyMatch(f -> f.kind().equals(DETAILS));
    }

    PersonDetails details(PersonId id) {
        return store.facts(id).stream()
                .filter(f -> f.kind().equals(DETAILS))
                .map(f -> ModelJson.read(f.json(), PersonDetails.class))
                .findFirst()
                .orElseThrow();
    }

    List<PersonFlag> flags(PersonId id) {
        Set<PersonFlag> flags = new LinkedHashSet<>();
        for (StoredFact fact : store.facts(id)) {
            if (fact.kind().equals(FLAGS)) {
                flags.addAll(ModelJson.read(fact.json(), Flags.class).flags());
            }
        }
        return new ArrayList<>(flags);
    }

    /** Those who are, or may be, the same; the latest word on a link counts. */
    List<PersonId> linked(PersonId id) {
        Map<PersonId, LinkState> links = new LinkedHashMap<>();
        for (StoredFact fact : store.facts(id)) {
            if (fact.kind().equals(LINK)) {
                Link link = ModelJson.read(fact.json(), Link.class);
                links.put(link.other(), link.state());
            }
        }
        return links.entrySet().stream()
                .filter(e -> e.getValue() != LinkState.APART)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Candidate> candidates(Set<BlockingKey> keys) {
        return store.byKeys(bytes(keys)).stream()
                .map(id -> new Candidate(id, details(id), Set.of()))
                .toList();
    }

    private static List<byte[]> bytes(Set<BlockingKey> keys) {
        return keys.stream().map(k -> HexFormat.of().parseHex(k.hex())).toList();
    }
}
