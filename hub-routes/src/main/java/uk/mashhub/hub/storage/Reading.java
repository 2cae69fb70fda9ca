package uk.mashhub.hub.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import uk.mashhub.log.EntryStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.id.ViewId;

/**
 * One team's reading, inside one transaction. It runs the same statements whether or not something is kept from the team
 * (ruling 12): rows of others are not there.
 */
public final class Reading {
    private static final String TABLE = "view_body";
    private static final String OPEN = "select h.*, b.row_id, b.body, " + Bodies.WRAP + " from view_head h"
            + " join view_body b on b.view_id = h.view_id and b.version = h.version and b.part = :part"
            + " join key_wrap w on w.row_id = b.row_id and w.table_name = 'view_body' and w.version = b.version ";

    /** A view as the team's queue shows it. */
    public record HeadBody(ViewHead head, byte[] json) {
        @Override
        public String toString() {
            return head.toString();
        }
    }

    /** A view as it was sealed. */
    public record Body(ViewHead head, byte[] sealed) {
        @Override
        public String toString() {
            return head.toString();
        }
    }

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final EntryStore entries;
    private final SaltStore salts;

    Reading(JdbcClient jdbc, PlatformTransactionManager manager, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
        this.entries = new PgEntryStore(jdbc, manager);
        this.salts = new SaltStore(jdbc, vault, random);
    }

    /** All views of the team, newest first. No decision about any of them commits before this reading ends. */
    public List<HeadBody> heads() {
        AdvisoryLock.read(jdbc, enquiries());
        return jdbc.sql(OPEN + "order by h.at desc, h.view_id")
                .param("part", "HEAD")
                .query((row, n) -> new HeadBody(
                        ViewColumns.head(row, n),
                        bodies.open(
                                new BodyName(TABLE, Columns.uuid(row, "row_id"), row.getLong("version")), row, "body")))
                .list();
    }

    /**
     * The view, if the team has it now. No decision about it commits before this reading ends.
     */
    public Optional<Body> body(ViewId id) {
        jdbc.sql("select enquiry_id from view_head where view_id = :id")
                .param("id", id.value())
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .optional()
                .ifPresent(enquiry -> AdvisoryLock.read(jdbc, List.of(enquiry)));
        return jdbc.sql(OPEN + "where h.view_id = :id")
                .param("part", "BODY")
                .param("id", id.value())
                .query((row, n) -> new Body(
                        ViewColumns.head(row, n),
                        bodies.open(
                                new BodyName(TABLE, Columns.uuid(row, "row_id"), row.getLong("version")), row, "body")))
                .optional();
    }

    /**
     * The enquiries that a user must not know of now. Asked after {@link #heads} or {@link #body}, whose locks keep a new
     * conflict out until this reading ends (ruling 6).
     */
    public Set<EnquiryId> keptFrom(UserId user) {
        return Set.copyOf(ConflictStore.keptFrom(jdbc, user));
    }

    /** The policy that is published now; empty before the first publish. */
    public Optional<PolicyHash> publishedPolicy() {
        return jdbc.sql("select hash from policy_head")
                .query(String.class)
                .optional()
                .map(PolicyHash::new);
    }

    /** The log, on this connection: an entry commits with this reading or not at all. It can only be added to. */
    public EntryStore entries() {
        return entries;
    }

    /** Where the salts of those entries go. */
    public SaltStore salts() {
        return salts;
    }

    /** In the order in which deciders lock them. */
    private List<EnquiryId> enquiries() {
        return jdbc
                .sql("select distinct enquiry_id from view_head")
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .list()
                .stream()
                .sorted(EnquiryStore.LOCK_ORDER)
                .toList();
    }
}
