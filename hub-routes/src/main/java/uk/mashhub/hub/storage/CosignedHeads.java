package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Heads of the log's tree that a quorum of witnesses has cosigned, with the cosignatures. */
public final class CosignedHeads {
    private final JdbcClient jdbc;

    public CosignedHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The size of the largest; 0 if there is none. */
    public long newestSize() {
        return jdbc.sql("select coalesce(max(size), 0) from log_cosigned")
                .query(Long.class)
                .single();
    }

    /** When the newest was kept. */
    public Optional<Instant> newestAt() {
        return jdbc.sql("select at from log_cosigned order by size desc limit 1")
                .query((row, n) -> Columns.instant(row, "at"))
                .optional();
    }

    /** Keeps one; if two instances asked at once, the first counts. */
    public void keep(long size, byte[] note, Instant at) {
        jdbc.sql("insert into log_cosigned (size, note, at) values (:size, :note, :at) on conflict do nothing")
                .param("size", size)
                .param("note", note)
                .param("at", Columns.time(at))
                .update();
    }

    /** The newest, as a note. */
    public Optional<byte[]> newest() {
        return jdbc.sql("select note from log_cosigned order by size desc limit 1")
                .query((row, n) -> row.getBytes("note"))
                .optional();
    }
}
