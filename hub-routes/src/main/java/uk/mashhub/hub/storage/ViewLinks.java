package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.LinkId;

/** The journey's side of the doubtful links that wait beside a view: it writes them and cannot read them. */
public final class ViewLinks {
    static final String TABLE = "view_link";
    /** What is sealed is never changed. */
    static final long VERSION = 1;

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final RandomSource random;

    public ViewLinks(JdbcClient jdbc, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
        this.random = random;
    }

    /**
     * A link that waits.
     *
     * @param state what has been said of it
     * @param since when it was found
     * @param nth see {@link LinkPlace}
     * @param json what its team reads of it
     */
    public record Line(LinkId link, String state, Instant since, int nth, byte[] json) {
        public Line {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(since, "since");
        }

        String name() {
            return link + " " + state;
        }

        @Override
        public String toString() {
            return "Line[" + link + "]";
        }
    }

    /**
     * Says which links wait beside a view; where they are the same as before nothing is written. Call it with the enquiry
     * locked.
     *
     * @param holder the team, see {@link Holders#team}
     */
    public void write(ViewHead head, String holder, List<Line> lines) {
        Set<String> before = Set.copyOf(
                jdbc.sql("select link_id || ' ' || state from view_link where view_id = :view and is_current")
                        .param("view", head.id().value())
                        .query(String.class)
                        .list());
        if (before.equals(lines.stream().map(Line::name).collect(Collectors.toSet()))) {
            return;
        }
        AdvisoryLock.decide(jdbc, head.key().enquiry());
        jdbc.sql("update view_link set is_current = false where view_id = :view and is_current")
                .param("view", head.id().value())
                .update();
        lines.forEach(line -> insert(head, holder, line));
    }

    private void insert(ViewHead head, String holder, Line line) {
        UUID row = random.uuid();
        byte[] sealed =
                bodies.seal(new BodyName(TABLE, row, VERSION), holder, Optional.of(head.teamRole()), line.json());
        jdbc.sql("insert into view_link (row_id, view_id, link_id, state, team_role, since, nth, is_current, body)"
                        + " values (:row, :view, :link, :state, :team, :since, :nth, true, :body)")
                .param("row", row)
                .param("view", head.id().value())
                .param("link", line.link().value())
                .param("state", line.state())
                .param("team", head.teamRole())
                .param("since", Columns.time(line.since()))
                .param("nth", line.nth())
                .param("body", sealed)
                .update();
    }
}
