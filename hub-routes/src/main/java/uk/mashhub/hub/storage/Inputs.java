package uk.mashhub.hub.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.EnquiryId;

/**
 * What an enquiry's views are decided on, as versions: the length of its ledger, everybody whom it is about and whoever is
 * or may be the same, how they are linked, and the published policy. Whoever changes one of these holds the enquiry's lock
 * (ruling 14); this is the check that somebody did.
 */
public final class Inputs {
    private static final String FACTS = "facts ";
    private static final String LINES = "with recursive one (person_id) as (select person_id from enquiry_person"
            + " where enquiry_id = :id union select l.other_id from one join person_link l using (person_id)"
            + " where l.state <> 'APART')"
            + " select 1 as part, '" + FACTS
            + "' || coalesce(max(seq), 0) as line from enquiry_fact where enquiry_id = :id"
            + " union all select 2, 'policy ' || hash from policy_head"
            + " union all select 3, p.person_id || ' ' || p.version from person p join one using (person_id)"
            + " union all select 4, l.person_id || ' ' || l.other_id || ' ' || l.state from person_link l"
            + " join one using (person_id) order by 1, 2";

    private static final String STOPS =
            SharingStops.NUMBER.replace(":area", "(select area from enquiry where enquiry_id = :id)");

    private final JdbcClient jdbc;

    public Inputs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The versions as they stand.
     *
     * @param digest SHA-256 over the others, 64 hex digits
     * @param facts the place of the newest fact in the ledger; 0 of an empty one
     * @param stops the newest stop or lift of sharing in the enquiry's area, see {@link SharingStops}
     */
    public record Versions(EnquiryId enquiry, String digest, long facts, long stops) {}

    /** An input has moved between the reading and the writing of a decision. */
    public static final class Moved extends OptimisticLockingFailureException {
        private static final long serialVersionUID = 1L;

        Moved(EnquiryId enquiry) {
            super("what enquiry " + enquiry + " was decided on has moved meanwhile");
        }
    }

    /** Reads the versions. Call it under the enquiry's lock, before anything else is read. */
    public Versions of(EnquiryId enquiry) {
        MessageDigest sha256 = sha256();
        List<String> lines = jdbc.sql(LINES)
                .param("id", enquiry.value())
                .query((row, n) -> row.getString("line"))
                .list();
        lines.forEach(line -> {
            sha256.update(line.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
        });
        long facts = Long.parseLong(lines.get(0).substring(FACTS.length()));
        long stops =
                jdbc.sql(STOPS).param("id", enquiry.value()).query(Long.class).single();
        return new Versions(enquiry, HexFormat.of().formatHex(sha256.digest()), facts, stops);
    }

    /**
     * Refuses what was decided if an input has moved since.
     *
     * @throws Moved if so; nothing of the decision may be committed
     */
    public void refuseIfMoved(Versions read) {
        if (!of(read.enquiry()).equals(read)) {
            throw new Moved(read.enquiry());
        }
    }

    /**
     * Refuses to decide on what was read of the ledger, if that is not all that is in it.
     *
     * @param newest the place of the newest fact that was read; 0 of none
     * @throws Moved if so
     */
    public void refuseIfNotAll(Versions read, long newest) {
        if (read.facts() != newest) {
            throw new Moved(read.enquiry());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
