package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.UserId;

/** Which agencies have stopped sharing, and who said so. Nothing is ever changed or taken away. */
public final class SharingStops {
    /** The newest word that moved what is shared; a proposal to lift moves nothing. */
    static final String NUMBER =
            "select coalesce(max(seq), 0) from sharing_stop where area = :area and kind <> 'LIFT_PROPOSED'";

    /** Nobody: the hub itself, when it was put back from a backup. */
    public static final UserId RESTORE = new UserId(new UUID(0, 0));

    private final JdbcClient jdbc;

    public SharingStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said of an agency. */
    public enum Kind {
        STOPPED,
        LIFT_PROPOSED,
        LIFTED
    }

    /** The newest word about an agency. */
    public record Word(AgencyId agency, Kind kind, UserId by, Instant at) {
        /** Whether it shares nothing. */
        public boolean stopped() {
            return kind != Kind.LIFTED;
        }
    }

    /**
     * How an area stands.
     *
     * @param number grows with every stop and every lift
     */
    public record Standing(long number, Set<AgencyId> stopped) {
        public Standing {
            stopped = Set.copyOf(stopped);
        }
    }

    /** How an area stands. Read it after the head of the policy is held: a stop waits for whoever holds that. */
    public Standing of(AreaCode area) {
        AtomicLong number = new AtomicLong();
        Set<AgencyId> stopped = new HashSet<>();
        jdbc.sql("select distinct on (agency) agency, kind, coalesce(max(seq)"
                        + " filter (where kind <> 'LIFT_PROPOSED') over (), 0) as number from sharing_stop"
                        + " where area = :area order by agency, seq desc")
                .param("area", area.value())
                .query(row -> {
                    number.set(row.getLong("number"));
                    if (Kind.valueOf(row.getString("kind")) != Kind.LIFTED) {
                        stopped.add(new AgencyId(row.getString("agency")));
                    }
                });
        return new Standing(number.get(), stopped);
    }

    /** The newest word about each agency of which there is one. */
    public List<Word> words(AreaCode area) {
        return jdbc.sql("select distinct on (agency) agency, kind, by_user, at from sharing_stop where area = :area"
                        + " order by agency, seq desc")
                .param("area", area.value())
                .query((row, n) -> new Word(
                        new AgencyId(row.getString("agency")),
                        Kind.valueOf(row.getString("kind")),
                        new UserId(Columns.uuid(row, "by_user")),
                        Columns.instant(row, "at")))
                .list();
    }

    /** The newest word about one agency. */
    public Optional<Word> word(AreaCode area, AgencyId agency) {
        return words(area).stream().filter(w -> w.agency().equals(agency)).findFirst();
    }

    /** Adds a word. Call it with the head of the policy locked. */
    public void say(AreaCode area, Word word) {
        jdbc.sql("insert into sharing_stop (area, agency, kind, by_user, at) values (:area, :agency, :kind, :by, :at)")
                .param("area", area.value())
                .param("agency", word.agency().value())
                .param("kind", word.kind().name())
                .param("by", word.by().value())
                .param("at", Columns.time(word.at()))
                .update();
    }
}
