package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;

/**
 * Enquiries as append-only ledgers of sealed facts. Decisions are made under {@link #lock}; inputs are read after it
 * (ruling 14). Several enquiries are locked in {@link #LOCK_ORDER}.
 */
public final class EnquiryStore {
    /** The order in which several enquiries are locked (ruling 14), by whoever locks them. */
    public static final Comparator<EnquiryId> LOCK_ORDER = Comparator.comparing(EnquiryId::value);

    private static final String SELECT = "select e.* from enquiry e ";

    private final JdbcClient jdbc;
    private final Facts facts;

    public EnquiryStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.facts = new Facts(jdbc, new Bodies(jdbc, vault), random, "enquiry_fact", "enquiry_id");
    }

    public void create(EnquiryRow row) {
        bind(
                        jdbc.sql(
                                        "insert into enquiry (enquiry_id, area, reference, stage, purpose, rating, received_at, due_at,"
                                                + " version, valid_until) values (:id, :area, :reference, :stage, :purpose, :rating,"
                                                + " :received, :due, :version, :until)")
                                .param("area", row.area().value())
                                .param("reference", row.reference())
                                .param("received", Columns.time(row.receivedAt())),
                        row)
                .update();
    }

    /**
     * Takes the row lock and reads the row as it is then.
     *
     * @throws IllegalStateException if there is no such enquiry
     */
    public EnquiryRow lock(EnquiryId id) {
        return one(id, " for update").orElseThrow(() -> new IllegalStateException("no enquiry " + id));
    }

    /** As {@link #lock}, for one that may have been erased meanwhile. */
    public Optional<EnquiryRow> lockIfThere(EnquiryId id) {
        return one(id, " for update");
    }

    public Optional<EnquiryRow> find(EnquiryId id) {
        return one(id, "");
    }

    /** The open enquiry of an area under a reference. */
    public Optional<EnquiryRow> open(AreaCode area, String reference) {
        return jdbc.sql(SELECT + "where e.area = :area and e.reference = :reference and e.stage <> 'CLOSED'")
                .param("area", area.value())
                .param("reference", reference)
                .query(EnquiryStore::row)
                .optional();
    }

    /** The enquiry of an area under a reference, open or closed. */
    public Optional<EnquiryRow> referenced(AreaCode area, String reference) {
        return jdbc.sql(SELECT + "where e.area = :area and e.reference = :reference")
                .param("area", area.value())
                .param("reference", reference)
                .query(EnquiryStore::row)
                .optional();
    }

    /**
     * Writes stage, purpose, rating, clock, version and validity of a locked enquiry.
     *
     * @throws IllegalStateException if a newer version is stored
     */
    public void update(EnquiryRow row) {
        int changed = bind(
                        jdbc.sql("update enquiry set stage = :stage, purpose = :purpose, rating = :rating,"
                                + " due_at = :due, version = :version, valid_until = :until"
                                + " where enquiry_id = :id and version <= :version"),
                        row)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("a newer version of enquiry " + row.id() + " is stored");
        }
    }

    /** Appends a fact, sealed for its holder; the number is its place in the ledger. */
    public long append(EnquiryId id, String kind, String holder, Instant at, byte[] json) {
        return facts.append(id.value(), kind, holder, at, json);
    }

    /** All facts in order. */
    public List<StoredFact> facts(EnquiryId id) {
        return facts.of(id.value());
    }

    /** As deciding does: no opening of its views is under way, and none begins, until the transaction ends. */
    public void keepReadersOut(EnquiryId id) {
        AdvisoryLock.decide(jdbc, id);
    }

    /** Facts of some kinds in order; what sources answered need not be read for what people said. */
    public List<StoredFact> facts(EnquiryId id, Collection<String> kinds) {
        return facts.of(id.value(), kinds);
    }

    /** Says that the enquiry is about a person; repeating it changes nothing. */
    public void involve(EnquiryId id, PersonId person) {
        jdbc.sql("insert into enquiry_person (enquiry_id, person_id) values (:id, :person) on conflict do nothing")
                .param("id", id.value())
                .param("person", person.value())
                .update();
    }

    /** Says that a source of the enquiry names somebody whom it is not about; repeating it changes nothing. */
    public void names(EnquiryId id, PersonId stranger) {
        jdbc.sql("insert into enquiry_stranger (enquiry_id, person_id) values (:id, :person) on conflict do nothing")
                .param("id", id.value())
                .param("person", stranger.value())
                .update();
    }

    /** Whom its sources name besides, sorted. */
    public List<PersonId> strangersOf(EnquiryId id) {
        return jdbc.sql("select person_id from enquiry_stranger where enquiry_id = :id order by person_id")
                .param("id", id.value())
                .query((row, n) -> new PersonId(Columns.uuid(row, "person_id")))
                .list();
    }

    /** Says that the enquiry is not about a person after all, who goes with it all the same. */
    public void leave(EnquiryId id, PersonId person) {
        jdbc.sql("insert into enquiry_left (enquiry_id, person_id) values (:id, :person) on conflict do nothing")
                .param("id", id.value())
                .param("person", person.value())
                .update();
        jdbc.sql("delete from enquiry_person where enquiry_id = :id and person_id = :person")
                .param("id", id.value())
                .param("person", person.value())
                .update();
    }

    /** The people the enquiry is about, sorted. */
    public List<PersonId> peopleOf(EnquiryId id) {
        return jdbc.sql("select person_id from enquiry_person where enquiry_id = :id order by person_id")
                .param("id", id.value())
                .query((row, n) -> new PersonId(Columns.uuid(row, "person_id")))
                .list();
    }

    /**
     * The enquiries that are about a person or whose sources name them, in the order in which they are to be locked.
     * Closed ones too: the decision makers hold views of them, which a flag must reach.
     */
    public List<EnquiryId> enquiriesOf(PersonId person) {
        return enquiriesOf(List.of(person));
    }

    /** The same of any of these people, in one statement. */
    public List<EnquiryId> enquiriesOf(Collection<PersonId> people) {
        return jdbc
                .sql("with who as (select unnest(cast(string_to_array(:people, ',') as uuid[])) as person_id)"
                        + " select enquiry_id from enquiry_person join who using (person_id)"
                        + " union select enquiry_id from enquiry_stranger join who using (person_id)")
                .param("people", people.stream().map(PersonId::toString).collect(Collectors.joining(",")))
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .list()
                .stream()
                .sorted(LOCK_ORDER)
                .toList();
    }

    /** It must be decided again now, whatever was known of when. */
    public void flip(EnquiryId id, Instant now) {
        jdbc.sql("update enquiry set valid_until = least(valid_until, :now) where enquiry_id = :id")
                .param("now", Columns.time(now))
                .param("id", id.value())
                .update();
    }

    /**
     * Enquiries that must be decided again: a time fact has flipped since, another policy was published, or an agency has
     * stopped sharing or shares again. The longest overdue come first.
     */
    public List<EnquiryId> flipping(Instant now, int limit) {
        return jdbc.sql("select enquiry_id from (select enquiry_id, valid_until from enquiry where valid_until <= :now"
                        + " union select h.enquiry_id, null from view_head h, policy_head p where h.withdrawn_at is null"
                        + " and (h.policy_hash < p.hash or h.policy_hash > p.hash) and h.purpose <> 'EMERGENCY'"
                        + " union select h.enquiry_id, null from view_head h join (select area, max(seq) as newest"
                        + " from sharing_stop where kind <> 'LIFT_PROPOSED' group by area) s"
                        + " on s.area = h.area and h.stops < s.newest where h.withdrawn_at is null) f"
                        + " group by enquiry_id order by min(valid_until), enquiry_id limit :limit")
                .param("now", Columns.time(now))
                .param("limit", limit)
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .list();
    }

    /** Every enquiry of an area, in the order in which they are locked. */
    public List<EnquiryId> of(AreaCode area) {
        return jdbc
                .sql("select enquiry_id from enquiry where area = :area")
                .param("area", area.value())
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .list()
                .stream()
                .sorted(LOCK_ORDER)
                .toList();
    }

    /** How many enquiries of an area that came at that time or before nobody has rated or passed on. */
    public long unratedSince(AreaCode area, Instant receivedAt) {
        return jdbc.sql("select count(*) from enquiry where area = :area and stage = 'RECEIVED'"
                        + " and rating = 'UNRATED' and received_at <= :at")
                .param("area", area.value())
                .param("at", Columns.time(receivedAt))
                .query(Long.class)
                .single();
    }

    private Optional<EnquiryRow> one(EnquiryId id, String suffix) {
        return jdbc.sql(SELECT + "where e.enquiry_id = :id" + suffix)
                .param("id", id.value())
                .query(EnquiryStore::row)
                .optional();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, EnquiryRow row) {
        return statement
                .param("id", row.id().value())
                .param("stage", row.stage())
                .param("purpose", row.purpose())
                .param("rating", row.rating())
                .param("due", Columns.time(row.dueAt()))
                .param("version", row.version())
                .param("until", Columns.time(row.validUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static EnquiryRow row(ResultSet row, int number) throws SQLException {
        return new EnquiryRow(
                new EnquiryId(Columns.uuid(row, "enquiry_id")),
                new AreaCode(row.getString("area")),
                row.getString("reference"),
                row.getString("stage"),
                row.getString("purpose"),
                row.getString("rating"),
                Columns.instant(row, "received_at"),
                Columns.instant(row, "due_at"),
                row.getLong("version"),
                Columns.optionalInstant(row, "valid_until"));
    }
}
