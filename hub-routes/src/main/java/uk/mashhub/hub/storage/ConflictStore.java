package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.UserId;

/**
 * Whose conflicts of interest keep them from which enquiries (ruling 6). A conflict with a person follows link and unlink:
 * it holds for every enquiry that the person is part of at the time.
 */
public final class ConflictStore {
    private static final String ENQUIRIES = "select c.enquiry_id from conflict c where c.user_id = :user"
            + " and c.lifted_at is null and c.enquiry_id is not null union select p.enquiry_id from conflict c"
            + " join enquiry_person p using (person_id) where c.user_id = :user and c.lifted_at is null";

    private final JdbcClient jdbc;
    private final RandomSource random;

    public ConflictStore(JdbcClient jdbc, RandomSource random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** The user must not know of this enquiry. */
    public void add(UserId user, EnquiryId enquiry, Instant at) {
        add(user, "enquiry_id", enquiry.value(), at);
    }

    /** The user must not know of any enquiry about this person. */
    public void add(UserId user, PersonId person, Instant at) {
        add(user, "person_id", person.value(), at);
    }

    /** Lifts what was added for the same enquiry; what stands for a person stays. */
    public void lift(UserId user, EnquiryId enquiry, Instant at) {
        lift(user, "enquiry_id", enquiry.value(), at);
    }

    /** Lifts what was added for the same person; what stands for an enquiry stays. */
    public void lift(UserId user, PersonId person, Instant at) {
        lift(user, "person_id", person.value(), at);
    }

    /** Whether the user is kept from the enquiry now. */
    public boolean holds(UserId user, EnquiryId enquiry) {
        return of(user).contains(enquiry);
    }

    /** Every enquiry that the user is kept from now. */
    public Set<EnquiryId> of(UserId user) {
        return jdbc
                .sql(ENQUIRIES)
                .param("user", user.value())
                .query((row, n) -> new EnquiryId(Columns.uuid(row, "enquiry_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private void add(UserId user, String column, UUID with, Instant at) {
        jdbc.sql("insert into conflict (conflict_id, user_id, " + column + ", since) values (:id, :user, :with, :at)")
                .param("id", random.uuid())
                .param("user", user.value())
                .param("with", with)
                .param("at", Columns.time(at))
                .update();
    }

    private void lift(UserId user, String column, UUID with, Instant at) {
        jdbc.sql("update conflict set lifted_at = :at where user_id = :user and lifted_at is null and " + column
                        + " = :with")
                .param("at", Columns.time(at))
                .param("user", user.value())
                .param("with", with)
                .update();
    }
}
