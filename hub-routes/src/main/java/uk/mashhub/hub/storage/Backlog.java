package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.SourceId;

/** What waits: counts and times alone, for those who watch the hub. */
public final class Backlog {
    private final JdbcClient jdbc;

    public Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A number of things that wait.
     *
     * @param oldest since when; empty if nothing waits
     */
    public record Waiting(long number, Optional<Instant> oldest) {
        /** Nothing. */
        public static final Waiting NOTHING = new Waiting(0, Optional.empty());
    }

    /** What the outbox has not sent. */
    public Waiting unsent() {
        return jdbc.sql("select count(*) as number, min(put_at) as oldest from outbox where sent_at is null")
                .query((row, n) -> new Waiting(row.getLong("number"), Columns.optionalInstant(row, "oldest")))
                .single();
    }

    /** Questions to these sources that have no answer, by source; a source without any is not there. */
    public Map<SourceId, Waiting> unanswered(List<SourceId> sources) {
        Map<SourceId, Waiting> waiting = new TreeMap<>(java.util.Comparator.comparing(SourceId::value));
        if (sources.isEmpty()) {
            return waiting;
        }
        jdbc.sql("select source, count(*) as number, min(asked_at) as oldest from question"
                        + " where state in ('ASKED', 'UNAVAILABLE') and source in (:sources) group by source")
                .param("sources", sources.stream().map(SourceId::value).toList())
                .query((row, n) -> waiting.put(
                        new SourceId(row.getString("source")),
                        new Waiting(row.getLong("number"), Columns.optionalInstant(row, "oldest"))))
                .list();
        return waiting;
    }
}
