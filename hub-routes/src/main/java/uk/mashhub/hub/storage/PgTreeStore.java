package uk.mashhub.hub.storage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.log.LogBroken;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TreeHash;

/**
 * The tree over the log in PostgreSQL. A full tile and a checkpoint stay for ever: no role of the hub may change one, and a
 * trigger refuses it to everyone. Of partial tiles only the widest is kept; a narrower one is its beginning.
 *
 * <p>Reading needs no transaction. {@link #place}, {@link #write} and {@link #keepHead} run in that of {@link LogLease}.
 */
public final class PgTreeStore implements TreeStore {
    /** Entries compared at a time. */
    private static final long PART = 64L * Tile.FULL;

    private final JdbcClient jdbc;
    private final LogLease.Turn turn;

    /** @param turn under which heads are kept */
    PgTreeStore(JdbcClient jdbc, LogLease.Turn turn) {
        this.jdbc = jdbc;
        this.turn = turn;
    }

    @Override
    public Optional<byte[]> read(Tile tile) {
        return jdbc.sql("select width, bytes from log_tile where level = :level and tile_index = :index"
                        + " and width >= :width order by width limit 1")
                .param("level", tile.level())
                .param("index", tile.index())
                .param("width", tile.width())
                .query((row, n) -> new Kept(row.getInt("width"), row.getBytes("bytes")))
                .optional()
                .flatMap(kept -> kept.begins(tile));
    }

    @Override
    public List<byte[]> leafTiles(long from, int limit, long size) {
        long tiles = (size + Tile.FULL - 1) / Tile.FULL;
        int number = (int) Math.max(0, Math.min(limit, tiles - from));
        byte[][] found = new byte[number][0];
        jdbc.sql("select tile_index, substring(bytes for"
                        + " (least(256, :size - tile_index * 256) * 32)::integer) as leaves from log_tile"
                        + " where level = 0 and tile_index >= :from and tile_index < :to and octet_length(bytes) = width * 32"
                        + " and width >= least(256, :size - tile_index * 256) order by tile_index, width desc")
                .param("size", size)
                .param("from", from)
                .param("to", from + number)
                .query(row -> {
                    found[(int) (row.getLong("tile_index") - from)] = row.getBytes("leaves");
                });
        return List.of(found);
    }

    private record Kept(int width, byte[] bytes) {

        Optional<byte[]> begins(Tile tile) {
            if (width == tile.width()) {
                return Optional.of(bytes);
            }
            int length = tile.width() * TreeHash.LENGTH;
            boolean hashes = tile.level() != Tile.ENTRIES && bytes.length == width * TreeHash.LENGTH;
            return hashes && tile.isPartial() ? Optional.of(Arrays.copyOf(bytes, length)) : Optional.empty();
        }
    }

    @Override
    public void write(Tile tile, byte[] bytes) {
        int written = jdbc.sql("insert into log_tile (level, tile_index, width, bytes)"
                        + " values (:level, :index, :width, :bytes) on conflict do nothing")
                .param("level", tile.level())
                .param("index", tile.index())
                .param("width", tile.width())
                .param("bytes", bytes)
                .update();
        if (written == 0
                && !read(tile).filter(kept -> Arrays.equals(kept, bytes)).isPresent()) {
            throw new IllegalStateException(tile.path() + " is kept already with other content");
        }
    }

    @Override
    public Optional<byte[]> newestHead() {
        return jdbc.sql("select note from log_checkpoint order by size desc limit 1")
                .query((row, n) -> row.getBytes("note"))
                .optional();
    }

    @Override
    public void place(int limit) {
        PgEntryStore.place(jdbc, limit);
    }

    private record Placed(long place, byte[] entry) {}

    @Override
    public List<byte[]> entriesFrom(long place, int limit) {
        List<Placed> placed = jdbc.sql("select p.place, e.entry from log_place p join log_entry e using (seq)"
                        + " where p.place >= :from order by p.place limit :limit")
                .param("from", place)
                .param("limit", limit)
                .query((row, n) -> new Placed(row.getLong("place"), row.getBytes("entry")))
                .list();
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).place() != place + i) {
                throw new LogBroken("the entry of place " + (place + i) + " is missing");
            }
        }
        return placed.stream().map(Placed::entry).toList();
    }

    /**
     * PostgreSQL hashes and compares, so that a million entries need not travel: some tiles at a time, whose hashes it sorts in
     * memory, and several such at once. A tile that has grown since is compared as it was.
     */
    @Override
    public Optional<String> changedEntry(long size) {
        long parts = (size + PART - 1) / PART;
        return LongStream.range(0, parts)
                .parallel()
                .mapToObj(part -> changedTile(size, part * PART))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(tile -> changedIn(new Tile(0, tile, (int) Math.min(Tile.FULL, size - tile * Tile.FULL))))
                .or(() -> forgotten(size));
    }

    /**
     * Entries are hashed before they are joined and sorted: whole, they would not fit. Their places stand close together in the
     * log.
     */
    private Optional<Long> changedTile(long size, long first) {
        return jdbc.sql(
                        "with part as materialized (select place, seq from log_place where place >= :first and place < :end),"
                                + " made as (select part.place / 256 as tile, string_agg(h.leaf, ''::bytea order by part.place) as leaves"
                                + " from part join (select seq, sha256('\\x00'::bytea || entry) as leaf from log_entry"
                                + " where seq between (select min(seq) from part) and (select max(seq) from part) offset 0) h"
                                + " using (seq) group by 1)"
                                + " select t.tile_index from log_tile t left join made on made.tile = t.tile_index"
                                + " where t.level = 0 and t.tile_index >= :first / 256 and t.tile_index < (:end + 255) / 256"
                                + " and made.leaves is distinct from"
                                + " substring(t.bytes for (least(256, :end - t.tile_index * 256) * 32)::integer)"
                                + " order by 1 limit 1")
                .param("first", first)
                .param("end", Math.min(size, first + PART))
                .query(Long.class)
                .optional();
    }

    private String changedIn(Tile tile) {
        long first = tile.index() * Tile.FULL;
        byte[] leaves = read(tile).orElseThrow();
        Map<Long, byte[]> made = new HashMap<>();
        jdbc.sql(
                        "select p.place, sha256('\\x00'::bytea || e.entry) as leaf from log_place p join log_entry e using (seq)"
                                + " where p.place between :first and :last")
                .param("first", first)
                .param("last", first + tile.width() - 1)
                .query(row -> {
                    made.put(row.getLong("place"), row.getBytes("leaf"));
                });
        long place = first;
        while (isLeaf(made.get(place), leaves, (int) (place - first))) {
            place++;
        }
        return "the entry of place " + place + " is missing or was changed";
    }

    private static boolean isLeaf(byte @Nullable [] made, byte[] leaves, int index) {
        int at = index * TreeHash.LENGTH;
        return made != null
                && at < leaves.length
                && Arrays.equals(made, Arrays.copyOfRange(leaves, at, at + TreeHash.LENGTH));
    }

    /** Asked once every place of the tree was found to have its entry: these need not be counted again. */
    private Optional<String> forgotten(long size) {
        long number = jdbc.sql(
                        "select (select count(*) from log_entry) - :size"
                                + " - (select count(*) from log_place where place >= :size) - (select count(*) from log_waiting)")
                .param("size", size)
                .query(Long.class)
                .single();
        return number == 0
                ? Optional.empty()
                : Optional.of(Math.abs(number) + " entries neither have a place nor wait for one, or are gone");
    }

    @Override
    public void keepHead(Checkpoint head, byte[] note) {
        jdbc.sql("insert into log_checkpoint (size, note, fence, at) values (:size, :note, :fence, :at)")
                .param("size", head.size())
                .param("note", note)
                .param("fence", turn.fence())
                .param("at", Columns.time(turn.at()))
                .update();
        for (int level = 0; Tile.hashesAt(level, head.size()) > 0; level++) {
            dropOutgrown(level, head.size());
        }
    }

    /** Drops partial tiles that a wider one now stands for. */
    private void dropOutgrown(int level, long size) {
        long hashes = Tile.hashesAt(level, size);
        jdbc.sql("delete from log_tile where level = :level and width < 256"
                        + " and (tile_index < :index or tile_index = :index and width < :width)")
                .param("level", level)
                .param("index", hashes / Tile.FULL)
                .param("width", (int) (hashes % Tile.FULL))
                .update();
    }
}
