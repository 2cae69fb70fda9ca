package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;

/** What information governance leads said of enquiries whose children have come of age. Nothing is changed or taken away. */
public final class AgeReviews {
    private final JdbcClient jdbc;

    public AgeReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said. */
    public enum Word {
        /** It is needed until its schedule ends. */
        KEEP,
        /** It is not needed any more: it is due. */
        LET_GO
    }

    /** The newest word since the enquiry was closed for the last time; empty if nobody has looked. */
    public Optional<Word> of(EnquiryId enquiry, Instant closedAt) {
        return jdbc.sql(
                        "select kind from age_review where enquiry_id = :id and at >= :closed order by seq desc limit 1")
                .param("id", enquiry.value())
                .param("closed", Columns.time(closedAt))
                .query((row, n) -> Word.valueOf(row.getString("kind")))
                .optional();
    }

    /** Adds a word. */
    public void say(EnquiryId enquiry, Word word, UserId by, Instant at) {
        jdbc.sql("insert into age_review (enquiry_id, kind, by_user, at) values (:id, :kind, :by, :at)")
                .param("id", enquiry.value())
                .param("kind", word.name())
                .param("by", by.value())
                .param("at", Columns.time(at))
                .update();
    }
}
