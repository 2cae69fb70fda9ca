package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.PersonId;

/** People as append-only ledgers of sealed facts, found by HMACs of what is known of them and by nothing else. */
public final class PersonStore {
    private static final ManyRows PERSONS =
            ManyRows.into("person", "person_id uuid", "made_at timestamptz", "version bigint");
    private static final ManyRows KEYS = ManyRows.into("person_key", "key bigint", "person_id uuid");

    /**
     * What goes with a fact about somebody who may be new. The keys wait for the person's row: {@link KeyWalk} takes that first
     * too, and of two who take them the other way round each would wait for the other.
     */
    private static final String ENTERED =
            "with one as (insert into person (person_id, made_at, version) values (:of, :at, 1)"
                    + " on conflict (person_id) do update set version = person.version + 1"
                    + " returning person_id),"
                    + " found_by as (insert into person_key (key, person_id) select k, person_id"
                    + " from one cross join unnest(cast(string_to_array(:keys, ',') as bigint[])) k order by k on conflict do nothing) ";

    private final JdbcClient jdbc;
    private final Facts facts;

    public PersonStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.facts = new Facts(jdbc, new Bodies(jdbc, vault), random, "person_fact", "person_id");
    }

    /** A person, version 0, unless there is one already. */
    public void create(PersonId id, Instant at) {
        jdbc.sql("insert into person (person_id, made_at, version) values (:id, :at, 0) on conflict do nothing")
                .param("id", id.value())
                .param("at", Columns.time(at))
                .update();
    }

    /**
     * Somebody new with one fact.
     *
     * @param keys blocking keys, 64 bits each
     * @param json of the fact
     */
    public record NewPerson(PersonId id, Collection<Long> keys, byte[] json) {
        @Override
        public String toString() {
            return "NewPerson[" + id + "]";
        }
    }

    /** Enters many at once, in few statements; none of them may be there already. */
    public void createAll(Collection<NewPerson> people, String kind, String holder, Instant at) {
        List<@Nullable Object[]> persons = new ArrayList<>();
        List<@Nullable Object[]> keys = new ArrayList<>();
        List<Facts.New> known = new ArrayList<>();
        for (NewPerson person : people) {
            UUID id = person.id().value();
            persons.add(new Object[] {id, at, 1});
            person.keys().forEach(k -> keys.add(new Object[] {k, id}));
            known.add(new Facts.New(id, person.json()));
        }
        PERSONS.send(jdbc, persons);
        KEYS.send(jdbc, keys);
        facts.appendAll(known, kind, holder, at);
    }

    /**
     * Appends a fact, as {@link #append}, to a person who is made if there is none, and adds blocking keys; those already there
     * stay. One statement: each more would be one more way to the database and back for each person entered.
     */
    public void enter(PersonId id, Collection<Long> keys, String kind, String holder, Instant at, byte[] json) {
        facts.append(ENTERED, Map.of("keys", joined(keys)), id.value(), kind, holder, at, json);
    }

    /**
     * Holds blocking keys until the transaction ends, in one order for everybody: of two messages that share one, the
     * second sees what the first entered.
     */
    public void lockKeys(Collection<Long> keys) {
        // The sort comes before the locks: a subquery that is sorted is not folded into the query around it.
        jdbc.sql("select pg_advisory_xact_lock(k) is null from (select distinct k"
                        + " from unnest(cast(string_to_array(:keys, ',') as bigint[])) k order by 1 offset 0) in_order")
                .param("keys", joined(keys))
                .query(Boolean.class)
                .list();
    }

    /**
     * People who share a key.
     *
     * @param people of the keys that are not crowded
     * @param crowded the keys that more people share than were to be found
     */
    public record Sharing(Set<PersonId> people, Set<Long> crowded) {
        public Sharing {
            people = Set.copyOf(people);
            crowded = Set.copyOf(crowded);
        }
    }

    /**
     * People who share any of the keys, but for keys that too many share. Of those no more than one too many is read.
     *
     * @param most by key: as many may share it
     */
    public Sharing sharing(Map<Long, Integer> most) {
        Map<Long, List<PersonId>> byKey = new HashMap<>();
        List<Long> keys = List.copyOf(most.keySet());
        jdbc.sql("select k, p.person_id from unnest(cast(string_to_array(:keys, ',') as bigint[]),"
                        + " cast(string_to_array(:most, ',') as int[])) as u (k, most) cross join lateral"
                        + " (select person_id from person_key where key = u.k limit u.most + 1) p")
                .param("keys", joined(keys))
                .param("most", joined(keys.stream().map(most::get).toList()))
                .query(row -> {
                    byKey.computeIfAbsent(row.getLong("k"), k -> new ArrayList<>())
                            .add(new PersonId(Columns.uuid(row, "person_id")));
                });
        Set<PersonId> people = new HashSet<>();
        Set<Long> crowded = new HashSet<>();
        byKey.forEach((key, of) -> {
            if (of.size() > Objects.requireNonNull(most.get(key), "one of the keys asked for")) {
                crowded.add(key);
            } else {
                people.addAll(of);
            }
        });
        return new Sharing(people, crowded);
    }

    static String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Appends a fact, sealed for its holder, and moves the person's version on. */
    public long append(PersonId id, String kind, String holder, Instant at, byte[] json) {
        long seq = facts.append(id.value(), kind, holder, at, json);
        jdbc.sql("update person set version = version + 1 where person_id = :id")
                .param("id", id.value())
                .update();
        return seq;
    }

    /** All facts in order. */
    public List<StoredFact> facts(PersonId id) {
        return facts.of(id.value());
    }

    /** All facts of each of these people, in order. */
    public Map<PersonId, List<StoredFact>> facts(Collection<PersonId> ids) {
        Map<PersonId, List<StoredFact>> byPerson = new HashMap<>();
        facts.of(ids.stream().map(PersonId::value).toList()).forEach((id, of) -> byPerson.put(new PersonId(id), of));
        return byPerson;
    }

    /** How a link stands. */
    public enum LinkState {
        /** Nobody has said. Restrictions travel, facts do not (ruling 10). */
        POSSIBLE,
        SAME,
        APART
    }

    /** Says how two people stand to each other, in place of what was said before. */
    public void link(PersonId a, PersonId b, LinkState state, Instant at) {
        for (PersonId from : List.of(a, b)) {
            jdbc.sql("insert into person_link (person_id, other_id, state, at) values (:from, :to, :state, :at)"
                            + " on conflict (person_id, other_id) do update set state = excluded.state, at ="
                            + " excluded.at")
                    .param("from", from.value())
                    .param("to", (from.equals(a) ? b : a).value())
                    .param("state", state.name())
                    .param("at", Columns.time(at))
                    .update();
        }
    }

    /** Says that two may be one, unless something has been said of them before; whether nothing had. */
    public boolean linkIfNothingIsSaid(PersonId a, PersonId b, Instant at) {
        return jdbc.sql(
                                "insert into person_link (person_id, other_id, state, at) values (:a, :b, :state, :at), (:b, :a, :state, :at)"
                                        + " on conflict do nothing")
                        .param("a", a.value())
                        .param("b", b.value())
                        .param("state", LinkState.POSSIBLE.name())
                        .param("at", Columns.time(at))
                        .update()
                > 0;
    }

    /** Whether anything has been said, even that they are not one, of anybody here and anybody there. */
    public boolean anythingSaid(Collection<PersonId> here, Collection<PersonId> there) {
        return jdbc.sql("select exists (select from person_link"
                        + " where person_id = any (cast(string_to_array(:here, ',') as uuid[]))"
                        + " and other_id = any (cast(string_to_array(:there, ',') as uuid[])))")
                .param("here", joined(here))
                .param("there", joined(there))
                .query(Boolean.class)
                .single();
    }

    /** Everybody else who is, or may be, the same person; through as many links as there are, sorted. */
    public List<PersonId> linked(PersonId id) {
        return reachable(id, List.of(LinkState.POSSIBLE, LinkState.SAME));
    }

    /** Everybody else of whom it is settled that they are the same person; through as many links as there are, sorted. */
    public List<PersonId> same(PersonId id) {
        return reachable(id, List.of(LinkState.SAME));
    }

    /** How everybody stands to each other who is, or may be, one of these people; through as many links as there are. */
    public PersonLinks links(Collection<PersonId> people) {
        PersonLinks links = new PersonLinks();
        jdbc.sql("with recursive one (person_id) as (select unnest(cast(string_to_array(:ids, ',') as uuid[]))"
                        + " union select l.other_id from one join person_link l using (person_id)"
                        + " where l.state <> 'APART')"
                        + " select l.person_id, l.other_id, l.state from one join person_link l using (person_id)"
                        + " where l.state <> 'APART'")
                .param("ids", people.stream().map(PersonId::toString).collect(Collectors.joining(",")))
                .query(row -> {
                    links.add(
                            new PersonId(Columns.uuid(row, "person_id")),
                            new PersonId(Columns.uuid(row, "other_id")),
                            LinkState.valueOf(row.getString("state")));
                });
        return links;
    }

    private List<PersonId> reachable(PersonId id, List<LinkState> states) {
        return jdbc.sql("with recursive one (person_id) as (select cast(:id as uuid) union select l.other_id from one"
                        + " join person_link l using (person_id) where l.state in (:states))"
                        + " select person_id from one where person_id <> :id order by person_id")
                .param("id", id.value())
                .param("states", states.stream().map(LinkState::name).toList())
                .query((row, n) -> new PersonId(Columns.uuid(row, "person_id")))
                .list();
    }
}
