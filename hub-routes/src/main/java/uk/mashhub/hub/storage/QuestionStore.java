package uk.mashhub.hub.storage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;

/** Questions put to sources, with the sealed mapping from the question's keys to people. Sealed for the agency asked. */
public final class QuestionStore {
    private static final String REASONS = "question";
    private static final String KEYS = "question_keys";
    private static final String SELECT = "select q.*, " + Bodies.WRAP + " from question q join key_wrap w"
            + " on w.row_id = q.token and w.table_name = 'question' and w.version = q.version ";

    private final JdbcClient jdbc;
    private final Bodies bodies;

    public QuestionStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
    }

    /** @param keys which key of the question is which person, as JSON */
    public void add(QuestionRow question, byte[] keys) {
        byte[] keysBody = bodies.seal(new BodyName(KEYS, question.token().value(), 1), holder(question), keys);
        jdbc.sql("insert into question (token, enquiry_id, agency, source, state, asked_at, due_at, since, version,"
                        + " keys_body, body) values (:token, :enquiry, :agency, :source, :state, :asked, :due, :since,"
                        + " 1, :keys, :body)")
                .param("token", question.token().value())
                .param("enquiry", question.enquiry().value())
                .param("agency", question.agency().value())
                .param("source", question.source().value())
                .param("state", question.state())
                .param("asked", Columns.time(question.askedAt()))
                .param("due", Columns.time(question.dueAt()))
                .param("since", Columns.time(question.since()))
                .param("keys", keysBody)
                .param("body", reason(question, 1))
                .update();
    }

    /** Takes the row lock, then reads; empty if there is no such question, which is what an invented token gets. */
    public Optional<QuestionRow> lock(QuestionId token) {
        // Locking and joining in one statement would miss the key of a reason written while this one waited.
        jdbc.sql("select 1 from question where token = :token for update")
                .param("token", token.value())
                .query(Integer.class)
                .optional();
        return find(token);
    }

    public Optional<QuestionRow> find(QuestionId token) {
        return jdbc.sql(SELECT + "where q.token = :token")
                .param("token", token.value())
                .query(this::row)
                .optional();
    }

    /** Which key of the question is which person, as given to {@link #add}. */
    public byte[] keys(QuestionId token) {
        return jdbc.sql("select q.keys_body, " + Bodies.WRAP + " from question q join key_wrap w on w.row_id = q.token"
                        + " and w.table_name = 'question_keys' and w.version = 1 where q.token = :token")
                .param("token", token.value())
                .query((row, n) -> bodies.open(new BodyName(KEYS, token.value(), 1), row, "keys_body"))
                .single();
    }

    /** Writes the state of a locked question. */
    public void settle(QuestionId token, String state, Instant since, String reason) {
        QuestionRow was = lock(token).orElseThrow(() -> new IllegalStateException("no question " + token));
        QuestionRow row = new QuestionRow(
                token, was.enquiry(), was.agency(), was.source(), state, was.askedAt(), was.dueAt(), since, reason);
        long version = 1
                + jdbc.sql("select version from question where token = :token")
                        .param("token", token.value())
                        .query(Long.class)
                        .single();
        jdbc.sql("update question set state = :state, since = :since, version = :version, body = :body"
                        + " where token = :token")
                .param("state", state)
                .param("since", Columns.time(since))
                .param("version", version)
                .param("body", reason(row, version))
                .param("token", token.value())
                .update();
    }

    /** The questions of an enquiry, sorted by token. */
    public List<QuestionRow> of(EnquiryId enquiry) {
        return jdbc.sql(SELECT + "where q.enquiry_id = :enquiry order by q.token")
                .param("enquiry", enquiry.value())
                .query(this::row)
                .list();
    }

    private byte[] reason(QuestionRow row, long version) {
        return bodies.seal(
                new BodyName(REASONS, row.token().value(), version),
                holder(row),
                row.reason().getBytes(StandardCharsets.UTF_8));
    }

    private static String holder(QuestionRow row) {
        return Holders.agency(row.agency());
    }

    private QuestionRow row(ResultSet row, int number) throws SQLException {
        QuestionId token = new QuestionId(Columns.uuid(row, "token"));
        byte[] reason = bodies.open(new BodyName(REASONS, token.value(), row.getLong("version")), row, "body");
        return new QuestionRow(
                token,
                new EnquiryId(Columns.uuid(row, "enquiry_id")),
                new AgencyId(row.getString("agency")),
                new SourceId(row.getString("source")),
                row.getString("state"),
                Columns.instant(row, "asked_at"),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "since"),
                new String(reason, StandardCharsets.UTF_8));
    }
}
