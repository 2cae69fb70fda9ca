package uk.mashhub.hub.storage;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.PersonId;

/** People as append-only ledgers of sealed facts, found by HMACs of what is known of them and by nothing else. */
public final class PersonStore {
    private final JdbcClient jdbc;
    private final Facts facts;

    public PersonStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.facts = new Facts(jdbc, new Bodies(jdbc, vault), random, "person_fact", "person_id");
    }

    /** A new person, version 0. */
    public void create(PersonId id, Collection<byte[]> keys, Instant at) {
        jdbc.sql("insert into person (person_id, made_at, version) values (:id, :at, 0)")
                .param("id", id.value())
                .param("at", Columns.time(at))
                .update();
        addKeys(id, keys);
    }

    /** Adds blocking keys (HMACs); those already there stay. */
    public void addKeys(PersonId id, Collection<byte[]> keys) {
        for (byte[] key : keys) {
            jdbc.sql("insert into person_key (key, person_id) values (:key, :id) on conflict do nothing")
                    .param("key", key)
                    .param("id", id.value())
                    .update();
        }
    }

    /**
     * Holds blocking keys until the transaction ends, in one order for everybody: of two messages that share one, the
     * second sees what the first entered.
     */
    public void lockKeys(Collection<byte[]> keys) {
        keys.stream()
                .map(k -> ByteBuffer.wrap(k, 0, Long.BYTES).getLong())
                .distinct()
                .sorted()
                .forEach(k -> jdbc.sql("select pg_advisory_xact_lock(:key)")
                        .param("key", k)
                        .query((row, n) -> k)
                        .list());
    }

    /** People who share any of the keys, sorted. */
    public List<PersonId> byKeys(Collection<byte[]> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select distinct person_id from person_key where key in (:keys) order by person_id")
                .param("keys", keys)
                .query((row, n) -> new PersonId(Columns.uuid(row, "person_id")))
                .list();
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
            jdbc.sql(
                            "insert into person_link (person_id, other_id, state, at) values (:from, :to, :state, :at)"
                                    + " on conflict (person_id, other_id) do update set state = excluded.state, at = excluded.at")
                    .param("from", from.value())
                    .param("to", (from.equals(a) ? b : a).value())
                    .param("state", state.name())
                    .param("at", Columns.time(at))
                    .update();
        }
    }

    /** Everybody else who is, or may be, the same person; through as many links as there are, sorted. */
    public List<PersonId> linked(PersonId id) {
        return reachable(id, List.of(LinkState.POSSIBLE, LinkState.SAME));
    }

    /** Everybody else of whom it is settled that they are the same person; through as many links as there are, sorted. */
    public List<PersonId> same(PersonId id) {
        return reachable(id, List.of(LinkState.SAME));
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
