package uk.mashhub.hub.storage;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.log.Salt;
import uk.mashhub.model.RandomSource;

/** The salts of log entries, sealed: whoever has a salt can try out what a commitment was made of. */
public final class SaltStore {
    private static final String TABLE = "log_salt";

    private static final ManyRows SALTS = ManyRows.into(
                    "log_salt", "row_id uuid", "entry_id text", "holder text", "about uuid[]", "body bytea")
            .after(PgEntryStore.ENTRIES);

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final RandomSource random;

    public SaltStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
        this.random = random;
    }

    /**
     * Keeps the salts of an entry that tells of no enquiry, in the transaction of the entry.
     *
     * @param holder for whom they are sealed
     */
    public void keep(String entryId, String holder, List<Salt> salts) {
        keep(entryId, holder, Set.of(), salts);
    }

    /**
     * Keeps an entry's salts, in the transaction of the entry.
     *
     * @param holder for whom they are sealed
     * @param about ids of the enquiries, referrals and disclosures with any of which they are erased
     */
    public void keep(String entryId, String holder, Set<UUID> about, List<Salt> salts) {
        UUID row = random.uuid();
        byte[] plain = salts.stream()
                .map(s -> HexFormat.of().formatHex(s.bytes()) + " " + s.claim())
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        GatheringJdbc.add(
                jdbc,
                SALTS,
                row,
                entryId,
                holder,
                about.stream().map(UUID::toString).sorted().collect(Collectors.joining(",")),
                bodies.seal(new BodyName(TABLE, row, 1), holder, plain));
    }

    /** The salts of an entry, in the order of its claims. Readers' connections cannot. */
    public List<Salt> of(String entryId) {
        return jdbc
                .sql("select s.row_id, s.body, " + Bodies.WRAP + " from log_salt s join key_wrap w"
                        + " on w.row_id = s.row_id and w.table_name = 'log_salt' and w.version = 1"
                        + " where s.entry_id = :entry")
                .param("entry", entryId)
                .query((row, n) -> bodies.open(new BodyName(TABLE, Columns.uuid(row, "row_id"), 1), row, "body"))
                .list()
                .stream()
                .map(plain -> new String(plain, StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> new Salt(line.substring(65), HexFormat.of().parseHex(line, 0, 64)))
                        .toList())
                .sorted(Comparator.comparingInt(SaltStore::firstLine))
                .flatMap(List::stream)
                .toList();
    }

    /** Lines of a list are kept each by itself; what is kept together keeps its order. */
    private static int firstLine(List<Salt> row) {
        return row.stream()
                .map(Salt::claim)
                .filter(claim -> claim.matches("line-\\d{1,6}"))
                .mapToInt(claim -> Integer.parseInt(claim.substring("line-".length())))
                .findFirst()
                .orElse(0);
    }
}
