package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;

/** Accounts of disclosures for whom they are about: asked for, released, told before. Sealed for the host; each has its day. */
public final class AccountStore {
    private static final String TABLE = "subject_account";
    private static final String SELECT = "select a.*, " + Bodies.WRAP + " from subject_account a join key_wrap w"
            + " on w.row_id = a.account_id and w.table_name = 'subject_account' and w.version = 1"
            + " where a.area = :area and a.state = :state and a.goes_at > :now ";

    private final JdbcClient jdbc;
    private final Bodies bodies;

    public AccountStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.bodies = new Bodies(jdbc, vault);
    }

    /** How far one is. */
    public enum State {
        /** Handed in; the named unit has not answered. */
        ASKED,
        /** Released, to be fetched. */
        RELEASED,
        /** What was released, to be compared with what is asked for later. */
        TOLD
    }

    /**
     * One of them.
     *
     * @param user who handed the request in; of the others, who released it
     * @param entryId of the log entry that commits to it
     * @param subject HMAC of whom it is about
     * @param goesAt from then on it is not there
     * @param about enquiries with any of which it is erased
     */
    public record Kept(
            UUID id,
            AreaCode area,
            State state,
            UserId user,
            String entryId,
            byte[] subject,
            Instant at,
            Instant goesAt,
            Set<EnquiryId> about,
            byte[] body) {
        public Kept {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(entryId, "entryId");
            about = Set.copyOf(about);
        }

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /** Keeps one, in the transaction of its entry, sealed for the host. */
    public void keep(Kept account, AgencyId host) {
        jdbc.sql(
                        "insert into subject_account (account_id, area, state, user_id, entry_id, subject, at, goes_at, about, body)"
                                + " values (:id, :area, :state, :user, :entry, :subject, :at, :goes,"
                                + " cast(string_to_array(:about, ',') as uuid[]), :body)")
                .param("id", account.id())
                .param("area", account.area().value())
                .param("state", account.state().name())
                .param("user", account.user().value())
                .param("entry", account.entryId())
                .param("subject", account.subject())
                .param("at", Columns.time(account.at()))
                .param("goes", Columns.time(account.goesAt()))
                .param(
                        "about",
                        account.about().stream().map(EnquiryId::toString).collect(Collectors.joining(",")))
                .param("body", bodies.seal(new BodyName(TABLE, account.id(), 1), Holders.agency(host), account.body()))
                .update();
    }

    /** Those of an area in a state whose day has not come, oldest first. */
    public List<Kept> of(AreaCode area, State state, Instant now) {
        return jdbc.sql(SELECT + "order by a.at, a.account_id")
                .param("area", area.value())
                .param("state", state.name())
                .param("now", Columns.time(now))
                .query((row, n) -> kept(row))
                .list();
    }

    /** The same of one person. */
    public List<Kept> told(AreaCode area, byte[] subject, Instant now) {
        return jdbc.sql(SELECT + "and a.subject = :subject order by a.at, a.account_id")
                .param("area", area.value())
                .param("state", State.TOLD.name())
                .param("now", Columns.time(now))
                .param("subject", subject)
                .query((row, n) -> kept(row))
                .list();
    }

    /** One of an area in a state, if its day has not come. */
    public Optional<Kept> find(UUID id, AreaCode area, State state, Instant now) {
        return jdbc.sql(SELECT + "and a.account_id = :id")
                .param("area", area.value())
                .param("state", state.name())
                .param("now", Columns.time(now))
                .param("id", id)
                .query((row, n) -> kept(row))
                .optional();
    }

    private Kept kept(ResultSet row) throws SQLException {
        UUID id = Columns.uuid(row, "account_id");
        return new Kept(
                id,
                new AreaCode(row.getString("area")),
                State.valueOf(row.getString("state")),
                new UserId(Columns.uuid(row, "user_id")),
                row.getString("entry_id"),
                row.getBytes("subject"),
                Columns.instant(row, "at"),
                Columns.instant(row, "goes_at"),
                Arrays.stream((UUID[]) row.getArray("about").getArray())
                        .map(EnquiryId::new)
                        .collect(Collectors.toSet()),
                bodies.open(new BodyName(TABLE, id, 1), row, "body"));
    }

    /** Drops one; false if somebody else has. */
    public boolean drop(UUID id) {
        return jdbc.sql("delete from subject_account where account_id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Says from when on the salts of an entry that is about no enquiry are not needed any more. */
    public void forget(String entryId, AreaCode area, Instant goesAt) {
        jdbc.sql("insert into subject_account_salt (entry_id, area, goes_at) values (:entry, :area, :goes)")
                .param("entry", entryId)
                .param("area", area.value())
                .param("goes", Columns.time(goesAt))
                .update();
    }

    /** Drops the salts whose day has come; accounts go by {@link TermStore}. */
    public void forgetSalts(Instant now) {
        jdbc.sql("select forget_account_salts(:now) is null")
                .param("now", Columns.time(now))
                .query(Boolean.class)
                .single();
    }
}
