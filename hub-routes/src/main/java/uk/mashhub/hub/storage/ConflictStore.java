package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.UserId;

/**
 * Whose conflicts of interest keep them from which people (ruling 6). They hold for every enquiry about those people or
 * about somebody who is, or may be, one of them, and so follow each link and each undoing of one. Read in the opening
 * itself, see {@link Reading#keptFrom}.
 */
public final class ConflictStore {
    private static final String LINES =
            "select distinct declaration_id, user_id, by_themselves, since from conflict where lifted_at is null ";

    private final JdbcClient jdbc;
    private final RandomSource random;

    public ConflictStore(JdbcClient jdbc, RandomSource random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /**
     * A line of an area's conflict list. About whom it is, it does not say.
     *
     * @param id random
     * @param byThemselves whether the member of staff declared it; otherwise two colleagues have
     */
    public record Line(UUID id, UserId user, boolean byThemselves, Instant since) {
        public Line {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(since, "since");
        }
    }

    /**
     * From the commit on the user must not know of any enquiry about these people. Waits for openings under way, so that
     * none is served after it. Said again, it stays one line.
     */
    public void add(AreaCode area, UserId user, boolean byThemselves, Collection<PersonId> people, Instant at) {
        if (standing(user).contains(Set.copyOf(people))) {
            return;
        }
        UUID declaration = random.uuid();
        for (PersonId person : people) {
            jdbc.sql(
                            "insert into conflict (conflict_id, declaration_id, area, user_id, by_themselves, person_id, since)"
                                    + " values (:id, :declaration, :area, :user, :themselves, :person, :at)")
                    .param("id", random.uuid())
                    .param("declaration", declaration)
                    .param("area", area.value())
                    .param("user", user.value())
                    .param("themselves", byThemselves)
                    .param("person", person.value())
                    .param("at", Columns.time(at))
                    .update();
        }
        keptFrom(jdbc, user).forEach(e -> AdvisoryLock.decide(jdbc, e));
    }

    /** The people of each declaration about a user that holds. */
    private Set<Set<PersonId>> standing(UserId user) {
        record Row(UUID declaration, PersonId person) {}
        List<Row> rows = jdbc.sql("select declaration_id, person_id from conflict where user_id = :user"
                        + " and lifted_at is null")
                .param("user", user.value())
                .query((row, n) ->
                        new Row(Columns.uuid(row, "declaration_id"), new PersonId(Columns.uuid(row, "person_id"))))
                .list();
        return Set.copyOf(rows.stream()
                .collect(Collectors.groupingBy(Row::declaration, Collectors.mapping(Row::person, Collectors.toSet())))
                .values());
    }

    /** The lines of an area that hold, but for those about the reader: whoever is kept from something must not learn it. */
    public List<Line> lines(AreaCode area, UserId reader) {
        return jdbc.sql(LINES + "and area = :area and user_id <> :reader order by since desc, declaration_id")
                .param("area", area.value())
                .param("reader", reader.value())
                .query((row, n) -> new Line(
                        Columns.uuid(row, "declaration_id"),
                        new UserId(Columns.uuid(row, "user_id")),
                        row.getBoolean("by_themselves"),
                        Columns.instant(row, "since")))
                .list();
    }

    /** Who has said that a line should go, sorted. */
    public List<UserId> sayingToLift(UUID line) {
        return jdbc.sql("select said_by from conflict_lifting where declaration_id = :line order by said_by")
                .param("line", line)
                .query((row, n) -> new UserId(Columns.uuid(row, "said_by")))
                .list();
    }

    /**
     * Somebody says that a line should go. With the second who does, it goes (ruling 21): openings ask anew each time.
     *
     * @return whether it went
     */
    public boolean lift(UUID line, UserId by, Instant at) {
        // Two people at once: the second waits here and then sees the first.
        jdbc.sql("select conflict_id from conflict where declaration_id = :line order by conflict_id for update")
                .param("line", line)
                .query((row, n) -> row.getObject(1))
                .list();
        jdbc.sql("insert into conflict_lifting (declaration_id, said_by, at) values (:line, :by, :at)"
                        + " on conflict do nothing")
                .param("line", line)
                .param("by", by.value())
                .param("at", Columns.time(at))
                .update();
        if (sayingToLift(line).size() < 2) {
            return false;
        }
        return jdbc.sql("update conflict set lifted_at = :at where declaration_id = :line and lifted_at is null")
                        .param("at", Columns.time(at))
                        .param("line", line)
                        .update()
                > 0;
    }

    /** The enquiries that a user is kept from now. */
    public List<EnquiryId> keptFrom(UserId user) {
        return keptFrom(jdbc, user);
    }

    /** The enquiries that a user is kept from now, in the order in which they are locked. */
    static List<EnquiryId> keptFrom(JdbcClient jdbc, UserId user) {
        return jdbc
                .sql("select enquiry_id from kept_from(:user)")
                .param("user", user.value())
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .list()
                .stream()
                .sorted(EnquiryStore.LOCK_ORDER)
                .toList();
    }
}
