package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.log.Vouched;

/** Heads of the log's tree that a quorum of witnesses has cosigned, with the cosignatures, and which heads are kept at all. */
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

    /** All heads of up to so many entries that witnesses have cosigned or a time authority has stamped, smallest first. */
    public List<Vouched> vouched(long size) {
        return jdbc.sql("select c.size, coalesce(w.note, c.note) as note, t.token from log_checkpoint c"
                        + " left join log_cosigned w using (size) left join log_timestamp t using (size)"
                        + " where c.size <= :size and (w.size is not null or t.size is not null) order by c.size")
                .param("size", size)
                .query((row, n) -> new Vouched(
                        row.getLong("size"), row.getBytes("note"), Optional.ofNullable(row.getBytes("token"))))
                .list();
    }

    /**
     * Drops heads that nothing needs any more, the rule stands in {@code V82__log_heads_pruned.sql}; each call goes on where the last
     * ended.
     *
     * @param most to look through
     * @return how many it looked through
     */
    public int prune(int most) {
        return jdbc.sql("select prune_heads(:most)")
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** The newest, as a note. */
    public Optional<byte[]> newest() {
        return jdbc.sql("select note from log_cosigned order by size desc limit 1")
                .query((row, n) -> row.getBytes("note"))
                .optional();
    }
}
