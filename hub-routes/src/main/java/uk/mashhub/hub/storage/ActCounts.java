package uk.mashhub.hub.storage;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often each person did what must be counted (ruling 5), from the log itself: staff ids and numbers, nobody else. */
public final class ActCounts {
    private final JdbcClient jdbc;

    public ActCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One person.
     *
     * @param agent the random id of a member of staff
     * @param overrides of missing agreement
     * @param withdrawn of such overrides
     * @param raised times that a purpose was set to section 47, strategy or emergency protection
     */
    public record Count(String agent, long overrides, long withdrawn, long raised) {}

    /** Everybody of a team who did any of it, most overrides first. */
    public List<Count> of(List<String> teams) {
        if (teams.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("with done as (select act, convert_from(entry, 'UTF8')::json as e from log_entry"
                        + " where act in ('OVERRIDE', 'OVERRIDE_WITHDRAWN', 'PURPOSE'))"
                        + " select e->>'agent' as agent, count(*) filter (where act = 'OVERRIDE') as overrides,"
                        + " count(*) filter (where act = 'OVERRIDE_WITHDRAWN') as withdrawn,"
                        + " count(*) filter (where act = 'PURPOSE' and e->>'purposeOfEvent' in"
                        + " ('S47', 'STRATEGY', 'EPO_S46')) as raised"
                        + " from done where e->>'recipient' in (:teams) group by 1 order by 2 desc, 4 desc, 1")
                .param("teams", teams)
                .query((row, n) -> new Count(
                        row.getString("agent"),
                        row.getLong("overrides"),
                        row.getLong("withdrawn"),
                        row.getLong("raised")))
                .list();
    }
}
