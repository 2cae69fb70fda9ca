package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.UserId;

/** Which leads asked for which trace lately: by an HMAC of what they asked for, and nothing of it. */
public final class TraceAsks {
    private final JdbcClient jdbc;
    private final RandomSource random;

    public TraceAsks(JdbcClient jdbc, RandomSource random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** A lead's word. */
    public record Ask(byte[] key, AreaCode area, AgencyId agency, UserId user, Instant at) {
        public Ask {
            key = key.clone();
        }

        @Override
        public byte[] key() {
            return key.clone();
        }

        @Override
        public String toString() {
            return "Ask[" + user + "]";
        }
    }

    /** Keeps one, in the transaction of its entry. */
    public void keep(Ask ask) {
        jdbc.sql("insert into trace_ask (ask_id, key, area, agency, user_id, at)"
                        + " values (:id, :key, :area, :agency, :user, :at)")
                .param("id", random.uuid())
                .param("key", ask.key())
                .param("area", ask.area().value())
                .param("agency", ask.agency().value())
                .param("user", ask.user().value())
                .param("at", Columns.time(ask.at()))
                .update();
    }

    /** A lead, and whose. */
    public record Lead(AgencyId agency, UserId user) {}

    /** Who else than this user asked for the same since then. */
    public List<Lead> others(byte[] key, UserId than, Instant since) {
        return jdbc.sql("select distinct agency, user_id from trace_ask"
                        + " where key = :key and user_id <> :user and at > :since")
                .param("key", key)
                .param("user", than.value())
                .param("since", Columns.time(since))
                .query((row, n) ->
                        new Lead(new AgencyId(row.getString("agency")), new UserId(Columns.uuid(row, "user_id"))))
                .list();
    }

    /** Drops those from before. */
    public void dropBefore(Instant at) {
        jdbc.sql("delete from trace_ask where at <= :at")
                .param("at", Columns.time(at))
                .update();
    }
}
