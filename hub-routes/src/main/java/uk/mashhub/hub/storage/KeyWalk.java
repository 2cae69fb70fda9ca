package uk.mashhub.hub.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.PersonId;

/**
 * Walks through everybody there is, twice for each version of the blocking keys, some at a time, and remembers how far it is: to
 * give them their keys, and then to compare those who have them. Each method is called within a transaction; a step that is
 * rolled back is taken again.
 */
public final class KeyWalk {
    private static final String FIRST = "00000000-0000-0000-0000-000000000000";
    private static final ManyRows KEYS = ManyRows.intoUnlessThere("person_key", "key bigint", "person_id uuid");

    private final JdbcClient jdbc;

    public KeyWalk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part of the walk.
     *
     * @param people next in turn; none are left where there are none
     */
    public record Step(List<PersonId> people) {
        public Step {
            people = List.copyOf(people);
        }
    }

    /** Whether everybody has been walked past. */
    public boolean done(int version) {
        return jdbc.sql("select coalesce(bool_or(done), false) from person_key_walk where version = :version")
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /**
     * Those whose turn it is. They, and the walk, are held until the transaction ends: what is learnt of them meanwhile waits,
     * or the keys of it would be taken away as those of another version.
     *
     * @return empty if another hub is at it
     */
    public Optional<Step> next(int version, int most) {
        jdbc.sql("insert into person_key_walk (version, through, done, compared_through, compared)"
                        + " values (:version, :first, false, :first, false) on conflict do nothing")
                .param("version", version)
                .param("first", UUID.fromString(FIRST))
                .update();
        return jdbc.sql("select through from person_key_walk where version = :version for update skip locked")
                .param("version", version)
                .query((row, n) -> Columns.uuid(row, "through"))
                .optional()
                .map(through -> after(through, most, " for no key update"));
    }

    private Step after(UUID through, int most, String held) {
        return new Step(jdbc.sql(
                        "select person_id from person where person_id > :through order by person_id limit :most" + held)
                .param("through", through)
                .param("most", most)
                .query((row, n) -> new PersonId(Columns.uuid(row, "person_id")))
                .list());
    }

    /**
     * Those who are to be compared next, held by nobody: what comes of it is the same however often it is done.
     *
     * @return empty while not everybody has new keys, and once all have been compared
     */
    public Optional<Step> toCompare(int version, int most) {
        return jdbc.sql(
                        "select compared_through from person_key_walk where version = :version and done and not compared")
                .param("version", version)
                .query((row, n) -> Columns.uuid(row, "compared_through"))
                .optional()
                .map(through -> after(through, most, ""));
    }

    /** Remembers that those of a step have been compared; one without people was the last. Of two hubs the farther counts. */
    public void compared(int version, Step step) {
        boolean last = step.people().isEmpty();
        jdbc.sql("update person_key_walk set compared = compared or :last,"
                        + " compared_through = greatest(compared_through, :through) where version = :version")
                .param("last", last)
                .param("through", last ? UUID.fromString(FIRST) : last(step))
                .param("version", version)
                .update();
    }

    private static UUID last(Step step) {
        return step.people().get(step.people().size() - 1).value();
    }

    /** Gives each of these people these keys and no others. */
    public void replace(Map<PersonId, ? extends Collection<Long>> keys) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        keys.forEach((id, of) -> of.forEach(k -> rows.add(new Object[] {k, id.value()})));
        // As whoever enters a person adds them: two who add the same in one order do not wait for each other in a ring.
        rows.sort(Comparator.comparing(r -> (Long) r[0]));
        KEYS.send(jdbc, rows);
        jdbc.sql("delete from person_key p where p.person_id = any (cast(string_to_array(:all, ',') as uuid[]))"
                        + " and not exists (select from unnest(cast(string_to_array(:people, ',') as uuid[]),"
                        + " cast(string_to_array(:keys, ',') as bigint[])) v (id, key)"
                        + " where v.id = p.person_id and v.key = p.key)")
                .param("all", PersonStore.joined(keys.keySet()))
                .param("people", PersonStore.joined(rows.stream().map(r -> r[1]).toList()))
                .param("keys", PersonStore.joined(rows.stream().map(r -> r[0]).toList()))
                .update();
    }

    /** Remembers that a step is done; one without people was the last. */
    public void walked(int version, Step step) {
        boolean last = step.people().isEmpty();
        jdbc.sql("update person_key_walk set done = :done, through = case when :done then through else :through end"
                        + " where version = :version")
                .param("done", last)
                .param("through", last ? UUID.fromString(FIRST) : last(step))
                .param("version", version)
                .update();
    }
}
