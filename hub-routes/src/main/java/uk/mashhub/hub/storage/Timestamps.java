package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens of a time authority (RFC 3161) over heads of the log's tree. */
public final class Timestamps {
    /**
     * A token.
     *
     * @param size of the tree whose head's text it is over
     * @param token DER of a TimeStampToken
     * @param at when it came, by the hub's clock
     */
    public record Stamped(long size, byte[] token, Instant at) {
        @Override
        public String toString() {
            return "Stamped[" + size + "]";
        }
    }

    private final JdbcClient jdbc;

    public Timestamps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps one; a second one of the same head is not needed. */
    public void keep(Stamped stamped) {
        jdbc.sql("insert into log_timestamp (size, token, at) values (:size, :token, :at) on conflict do nothing")
                .param("size", stamped.size())
                .param("token", stamped.token())
                .param("at", Columns.time(stamped.at()))
                .update();
    }

    /** The signed head, over whose text a token is. */
    public Optional<byte[]> head(Stamped stamped) {
        return jdbc.sql("select note from log_checkpoint where size = :size")
                .param("size", stamped.size())
                .query((row, n) -> row.getBytes("note"))
                .optional();
    }

    /** The one over the largest tree. */
    public Optional<Stamped> newest() {
        return jdbc.sql("select * from log_timestamp order by size desc limit 1")
                .query((row, n) -> new Stamped(row.getLong("size"), row.getBytes("token"), Columns.instant(row, "at")))
                .optional();
    }
}
