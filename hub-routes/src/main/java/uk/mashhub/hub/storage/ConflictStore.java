package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.UserId;

/**
 * Whose conflicts of interest keep them from which people (ruling 6). They hold for every enquiry about those people or
 * about somebody who is, or may be, one of them, and so follow each link and each undoing of one. Read in the opening
 * itself, see {@link Reading#keptFrom}.
 */
public final class ConflictStore {
    private final JdbcClient jdbc;
    private final RandomSource random;

    public ConflictStore(JdbcClient jdbc, RandomSource random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /**
     * From the commit on the user must not know of any enquiry about these people. Waits for openings under way, so that
     * none is served after it.
     */
    public void add(UserId user, Collection<PersonId> people, Instant at) {
        for (PersonId person : people) {
            jdbc.sql("insert into conflict (conflict_id, user_id, person_id, since) values (:id, :user, :person, :at)")
                    .param("id", random.uuid())
                    .param("user", user.value())
                    .param("person", person.value())
                    .param("at", Columns.time(at))
                    .update();
        }
        keptFrom(jdbc, user).forEach(e -> AdvisoryLock.decide(jdbc, e));
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
