package uk.mashhub.hub.storage;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.EnquiryId;

/**
 * The locks that keep readers and the decider apart. The decider takes its lock after the enquiry's row lock and holds it
 * to the end of its transaction; so an opening is either wholly before a change or wholly after it (ruling 2).
 */
final class AdvisoryLock {
    /** The key of the one relay; of the space of 64-bit keys, in which enquiries are spread by a hash. */
    static final long OUTBOX = 0x6d6173686f7574L;
    /** The key of the one that gives log entries their places. */
    static final long LOG = 0x6d6173686c6f67L;

    /** The key of whoever looks which hubs run. */
    static final long INSTANCES = 0x6d617368696e73L;

    private AdvisoryLock() {}

    /** Keeps readers of the enquiry's views out until the transaction ends. */
    static void decide(JdbcClient jdbc, EnquiryId enquiry) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0)) is null")
                .param("id", enquiry.toString())
                .query(Boolean.class)
                .single();
    }

    /**
     * Keeps deciders out until the transaction ends; readers do not keep each other out. One statement, however many.
     *
     * @param enquiries in {@link EnquiryStore#LOCK_ORDER}
     */
    static void read(JdbcClient jdbc, List<EnquiryId> enquiries) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(id, 0)) is null from (select id from"
                        + " unnest(string_to_array(:ids, ',')) with ordinality as u (id, n) order by n) in_order")
                .param("ids", enquiries.stream().map(EnquiryId::toString).collect(Collectors.joining(",")))
                .query(Boolean.class)
                .list();
    }
}
