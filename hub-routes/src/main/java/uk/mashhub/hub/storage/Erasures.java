package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;

/**
 * Erasures: a list that one person proposed and another approved, and how far the hub has come with it. Ids, dates and words
 * of closed lists alone. That two people asked, the database checks itself.
 */
public final class Erasures {
    private final JdbcClient jdbc;

    public Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far an erasure has come. */
    public enum State {
        PROPOSED,
        WITHDRAWN,
        APPROVED,
        DONE
    }

    /**
     * An erasure.
     *
     * @param digest SHA-256 of its list as it was proposed
     * @param entryId of its proof of deletion in the log, once it is done
     */
    public record Erasure(
            UUID id,
            AreaCode area,
            byte[] digest,
            UserId proposedBy,
            Instant proposedAt,
            Optional<UserId> approvedBy,
            State state,
            Optional<String> entryId) {
        public Erasure {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(area, "area");
            digest = digest.clone();
            Objects.requireNonNull(proposedBy, "proposedBy");
            Objects.requireNonNull(proposedAt, "proposedAt");
            Objects.requireNonNull(approvedBy, "approvedBy");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(entryId, "entryId");
        }

        @Override
        public byte[] digest() {
            return digest.clone();
        }

        @Override
        public String toString() {
            return "Erasure[" + id + ", " + state + "]";
        }
    }

    /**
     * An enquiry of its list.
     *
     * @param state WAITING, ERASED, or KEPT
     * @param rows how many rows went with it
     */
    public record Item(EnquiryId enquiry, String schedule, LocalDate dueOn, String state, String keptFor, long rows) {}

    /**
     * A key under which something of it was sealed.
     *
     * @param damaged how many data keys it could not unwrap; known once it is destroyed
     */
    public record Key(String holder, long epoch, boolean destroyed, int damaged) {}

    /** Keeps a proposal. There is one at a time of an area. */
    public void propose(UUID id, AreaCode area, byte[] digest, UserId by, Instant at, List<Item> items) {
        jdbc.sql("insert into erasure (erasure_id, area, digest, proposed_by, proposed_at, state)"
                        + " values (:id, :area, :digest, :by, :at, 'PROPOSED')")
                .param("id", id)
                .param("area", area.value())
                .param("digest", digest)
                .param("by", by.value())
                .param("at", Columns.time(at))
                .update();
        for (Item item : items) {
            jdbc.sql("insert into erasure_item (erasure_id, enquiry_id, schedule, due_on, state)"
                            + " values (:id, :enquiry, :schedule, :due, 'WAITING')")
                    .param("id", id)
                    .param("enquiry", item.enquiry().value())
                    .param("schedule", item.schedule())
                    .param("due", item.dueOn())
                    .update();
        }
    }

    /** The one of an area that is proposed or under way. */
    public Optional<Erasure> open(AreaCode area) {
        return jdbc.sql("select * from erasure where area = :area and state in ('PROPOSED', 'APPROVED')")
                .param("area", area.value())
                .query(Erasures::erasure)
                .optional();
    }

    /** Those of an area that are done, newest first. */
    public List<Erasure> done(AreaCode area) {
        return jdbc.sql("select * from erasure where area = :area and state = 'DONE' order by done_at desc limit 50")
                .param("area", area.value())
                .query(Erasures::erasure)
                .list();
    }

    /** Those that are approved and not done, in the order in which they were approved. */
    public List<Erasure> approved() {
        return jdbc.sql("select * from erasure where state = 'APPROVED' order by approved_at, erasure_id")
                .query(Erasures::erasure)
                .list();
    }

    /** Locks one; false if somebody else works on it, or has ended it. */
    public boolean lock(UUID erasure) {
        return jdbc.sql("select erasure_id from erasure where erasure_id = :id and state = 'APPROVED'"
                        + " for update skip locked")
                .param("id", erasure)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** What is to go with the list of an erasure: the rest of it, and what is on the open lists of other areas. */
    public Set<EnquiryId> going(Erasure erasure) {
        return Set.copyOf(jdbc.sql("select i.enquiry_id from erasure_item i join erasure e using (erasure_id)"
                        + " where i.state = 'WAITING' and (e.erasure_id = :id"
                        + " or e.area <> :area and e.state in ('PROPOSED', 'APPROVED'))")
                .param("id", erasure.id())
                .param("area", erasure.area().value())
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .list());
    }

    /** Lets no erasure of an area go on until the transaction ends; waits for the one enquiry that is under way. */
    public void holdOff(AreaCode area) {
        jdbc.sql("select erasure_id from erasure where area = :area and state = 'APPROVED' for update")
                .param("area", area.value())
                .query(UUID.class)
                .list();
    }

    /** Its list, by id. */
    public List<Item> items(UUID erasure) {
        return jdbc.sql("select * from erasure_item where erasure_id = :id order by enquiry_id")
                .param("id", erasure)
                .query((row, n) -> new Item(
                        new EnquiryId(Columns.uuid(row, "enquiry_id")),
                        row.getString("schedule"),
                        Objects.requireNonNull(row.getObject("due_on", LocalDate.class), "due_on"),
                        row.getString("state"),
                        Objects.requireNonNullElse(row.getString("kept_for"), ""),
                        row.getLong("row_count")))
                .list();
    }

    /** A second person approves a proposal; false if there is none, or this is who proposed it. */
    public boolean approve(UUID erasure, UserId by, Instant at) {
        return jdbc.sql("update erasure set state = 'APPROVED', approved_by = :by, approved_at = :at"
                                + " where erasure_id = :id and state = 'PROPOSED' and proposed_by <> :by")
                        .param("by", by.value())
                        .param("at", Columns.time(at))
                        .param("id", erasure)
                        .update()
                == 1;
    }

    /** Takes a proposal back; false if there is none any more. */
    public boolean withdraw(UUID erasure) {
        return jdbc.sql("update erasure set state = 'WITHDRAWN' where erasure_id = :id and state = 'PROPOSED'")
                        .param("id", erasure)
                        .update()
                == 1;
    }

    /** Says that one of the list stays, and why: a word of a closed list. */
    public void keep(UUID erasure, EnquiryId enquiry, String why) {
        jdbc.sql("update erasure_item set state = 'KEPT', kept_for = :why where erasure_id = :id"
                        + " and enquiry_id = :enquiry and state = 'WAITING'")
                .param("why", why)
                .param("id", erasure)
                .param("enquiry", enquiry.value())
                .update();
    }

    /**
     * Makes whoever enters one of an enquiry's people wait until the transaction ends, as {@link PersonStore#lockKeys} does, and
     * like that before the enquiry is locked: the family may be referred again at this moment.
     */
    public void holdPeople(EnquiryId enquiry) {
        jdbc.sql("with recursive near (person_id) as ((select person_id from enquiry_person where enquiry_id = :id"
                        + " union select person_id from enquiry_stranger where enquiry_id = :id"
                        + " union select person_id from enquiry_left where enquiry_id = :id) union select l.other_id from near"
                        + " join person_link l using (person_id) where l.state <> 'APART') select pg_advisory_xact_lock(k) is null"
                        + " from (select distinct key as k from"
                        + " person_key join near using (person_id) order by 1) in_order")
                .param("id", enquiry.value())
                .query(Boolean.class)
                .list();
    }

    /** Takes one of the list away, whole or not at all; says how many rows went. */
    public long erase(UUID erasure, EnquiryId enquiry) {
        return jdbc.sql("select erase_enquiry(:erasure, :enquiry)")
                .param("erasure", erasure)
                .param("enquiry", enquiry.value())
                .query(Long.class)
                .single();
    }

    /** The keys that have to go with it. */
    public List<Key> keys(UUID erasure) {
        return jdbc.sql("select * from erasure_key where erasure_id = :id order by holder, epoch")
                .param("id", erasure)
                .query((row, n) -> new Key(
                        row.getString("holder"),
                        row.getLong("epoch"),
                        Columns.optionalInstant(row, "destroyed_at").isPresent(),
                        row.getInt("damaged")))
                .list();
    }

    /** Says that it is done, and which entry of the log proves it. */
    public void finish(UUID erasure, String entryId, Instant at) {
        jdbc.sql("update erasure set state = 'DONE', done_at = :at, entry_id = :entry where erasure_id = :id"
                        + " and state = 'APPROVED'")
                .param("at", Columns.time(at))
                .param("entry", entryId)
                .param("id", erasure)
                .update();
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                Columns.uuid(row, "erasure_id"),
                new AreaCode(row.getString("area")),
                row.getBytes("digest"),
                new UserId(Columns.uuid(row, "proposed_by")),
                Columns.instant(row, "proposed_at"),
                Optional.ofNullable(row.getObject("approved_by", UUID.class)).map(UserId::new),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("entry_id")));
    }
}
