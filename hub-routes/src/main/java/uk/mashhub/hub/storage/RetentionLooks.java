package uk.mashhub.hub.storage;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;

/**
 * Before which year nobody need look at a closed enquiry again, so that those alone are opened of which it may be time. A note
 * holds for one state of the ledger and of the schedules.
 */
public final class RetentionLooks {
    private final JdbcClient jdbc;

    public RetentionLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A closed enquiry that somebody must look at.
     *
     * @param seq of its newest fact
     */
    public record Closed(EnquiryId enquiry, String reference, long seq) {}

    /** The closed enquiries of an area of which there is no note that holds, or one of this year or an earlier one. */
    public List<Closed> of(AreaCode area, byte[] schedules, int year) {
        return jdbc.sql(
                        "select * from (select enquiry_id, reference, (select coalesce(max(f.seq), 0) from enquiry_fact f"
                                + " where f.enquiry_id = e.enquiry_id) as seq from enquiry e where area = :area and stage = 'CLOSED') c"
                                + " where not exists (select from retention_look l where l.enquiry_id = c.enquiry_id"
                                + " and l.seq = c.seq and l.schedules = :schedules and l.year > :year) order by enquiry_id")
                .param("area", area.value())
                .param("schedules", schedules)
                .param("year", year)
                .query((row, n) -> new Closed(
                        new EnquiryId(Columns.uuid(row, "enquiry_id")), row.getString("reference"), row.getLong("seq")))
                .list();
    }

    /** Notes the year before which nobody need look at it again. */
    public void note(Closed closed, byte[] schedules, int year) {
        jdbc.sql("insert into retention_look (enquiry_id, seq, schedules, year) values (:id, :seq, :schedules, :year)"
                        + " on conflict (enquiry_id) do update set seq = excluded.seq, schedules = excluded.schedules,"
                        + " year = excluded.year where (retention_look.seq, retention_look.schedules, retention_look.year)"
                        + " is distinct from (excluded.seq, excluded.schedules, excluded.year)")
                .param("id", closed.enquiry().value())
                .param("seq", closed.seq())
                .param("schedules", schedules)
                .param("year", year)
                .update();
    }
}
