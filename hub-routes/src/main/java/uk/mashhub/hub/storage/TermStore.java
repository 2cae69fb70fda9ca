package uk.mashhub.hub.storage;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that are of no enquiry and go by a term; which they are stands in {@code V83__retention_terms.sql}. */
public final class TermStore {
    private final JdbcClient jdbc;

    public TermStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many are due.
     *
     * @param kind a word of {@code uk.mashhub.hub.retention.Term.Kind}
     * @param before what is older goes
     * @param most to count
     */
    public long due(String kind, Instant before, int most) {
        return number("due_by_term", kind, before, most);
    }

    /** Drops so many of them at most, each with the key of its body; says how many. */
    public long drop(String kind, Instant before, int most) {
        return number("drop_by_term", kind, before, most);
    }

    private long number(String function, String kind, Instant before, int most) {
        return jdbc.sql("select " + function + "(:kind, :before, :most)")
                .param("kind", kind)
                .param("before", Columns.time(before))
                .param("most", most)
                .query(Long.class)
                .single();
    }
}
