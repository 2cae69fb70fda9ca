package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;

/** Operation Encompass notices: that each was made once, and those that wait for the log's proof. */
public final class EncompassStore {
    private final JdbcClient jdbc;

    public EncompassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A notice that waits.
     *
     * @param body sealed for whoever consumes the address
     */
    public record Waiting(DisclosureId disclosure, String address, byte[] body) {
        public Waiting {
            Objects.requireNonNull(disclosure, "disclosure");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(body, "body");
        }

        @Override
        public String toString() {
            return "Waiting[" + disclosure + "]";
        }
    }

    /**
     * Keeps a notice until it may go, in the caller's transaction. If another transaction tells the same, waits for its end.
     *
     * @param told keyed hash of the incident and the child
     * @return false if it was told before: then nothing is kept
     */
    public boolean put(byte[] told, EnquiryId enquiry, Waiting notice, Instant at) {
        return jdbc.sql(
                                "insert into encompass_notice (told, enquiry_id, disclosure_id, address, body, at)"
                                        + " values (:told, :enquiry, :disclosure, :address, :body, :at) on conflict (told) do nothing")
                        .param("told", told)
                        .param("enquiry", enquiry.value())
                        .param("disclosure", notice.disclosure().value())
                        .param("address", notice.address())
                        .param("body", notice.body())
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    /** Those that wait, locked until the transaction ends; what another instance has locked is its own to send. */
    public List<Waiting> waiting(int limit) {
        return jdbc.sql("select disclosure_id, address, body from encompass_notice where sent_at is null"
                        + " order by at limit :limit for update skip locked")
                .param("limit", limit)
                .query((row, n) -> new Waiting(
                        new DisclosureId(Columns.uuid(row, "disclosure_id")),
                        row.getString("address"),
                        row.getBytes("body")))
                .list();
    }

    /** It is in the outbox. */
    public void sent(DisclosureId disclosure, Instant at) {
        jdbc.sql("update encompass_notice set body = null, sent_at = :at where disclosure_id = :disclosure")
                .param("at", Columns.time(at))
                .param("disclosure", disclosure.value())
                .update();
    }
}
