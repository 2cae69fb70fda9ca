package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.UserId;

/** Exports of the log that wait for their proof, sealed for the agency of whoever asked. */
public final class LogExportStore {
    private static final String TABLE = "log_export";
    private static final String SELECT = "select x.*, " + Bodies.WRAP
            + " from log_export x join key_wrap w on w.row_id = x.export_id"
            + " and w.table_name = 'log_export' and w.version = 1";

    private final JdbcClient jdbc;
    private final Bodies bodies;

    public LogExportStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
    }

    /** The form of the file. */
    public enum Form {
        CSV,
        JSON
    }

    /**
     * One that waits.
     *
     * @param entryId of the log entry that commits to the content
     * @param lines rows of the index of which it was made, in their order
     */
    public record Waiting(UUID id, String entryId, UserId user, Form form, List<UUID> lines, byte[] content) {
        public Waiting {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(form, "form");
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    /** Keeps one, in the transaction of its entry. */
    public void keep(Waiting export, String holder, Instant at) {
        jdbc.sql(
                        "insert into log_export (export_id, entry_id, user_id, form, at, lines, body) values (:id, :entry, :user, :form,"
                                + " :at, cast(string_to_array(:lines, ',') as uuid[]), :body)")
                .param("id", export.id())
                .param("entry", export.entryId())
                .param("user", export.user().value())
                .param("form", export.form().name())
                .param("at", Columns.time(at))
                .param("lines", export.lines().stream().map(UUID::toString).collect(Collectors.joining(",")))
                .param("body", bodies.seal(new BodyName(TABLE, export.id(), 1), holder, export.content()))
                .update();
    }

    /** One that waits for a user and was begun then or later. See {@link Reading#take} for who takes it. */
    public Optional<Waiting> find(UUID id, UserId user, Instant since) {
        return jdbc.sql(SELECT + " where x.export_id = :id and x.user_id = :user and x.at >= :since")
                .param("id", id)
                .param("user", user.value())
                .param("since", Columns.time(since))
                .query((row, n) -> waiting(row))
                .optional();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                Columns.uuid(row, "export_id"),
                row.getString("entry_id"),
                new UserId(Columns.uuid(row, "user_id")),
                Form.valueOf(row.getString("form")),
                List.of((UUID[]) row.getArray("lines").getArray()),
                bodies.open(new BodyName(TABLE, Columns.uuid(row, "export_id"), 1), row, "body"));
    }
}
