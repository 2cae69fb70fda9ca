package uk.mashhub.hub.storage;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AreaCode;

/** Totals of months that are over, as they were worked out once. */
public final class TotalsStore {
    private final JdbcClient jdbc;

    public TotalsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted. MONTH marks that a month was worked out. */
    public enum Kind {
        MONTH,
        RECIPIENT,
        RULE
    }

    /**
     * Marks a month as worked out, in the transaction that does it; a second that comes meanwhile waits for the first.
     *
     * @return whether nobody has; if so, the caller works it out
     */
    public boolean begin(AreaCode area, YearMonth month) {
        return put(area, month, Kind.MONTH, "", 0) == 1;
    }

    /** Keeps one cell; one that is there stays as it is. */
    public void keep(AreaCode area, YearMonth month, Kind kind, String name, long about) {
        put(area, month, kind, name, about);
    }

    private int put(AreaCode area, YearMonth month, Kind kind, String name, long about) {
        return jdbc.sql(
                        "insert into log_total (area, month, kind, name, about) values (:area, :month, :kind, :name, :about)"
                                + " on conflict do nothing")
                .param("area", area.value())
                .param("month", month.atDay(1))
                .param("kind", kind.name())
                .param("name", name)
                .param("about", about)
                .update();
    }

    /** The cells of a month by name, in the order of names. */
    public Map<String, Long> of(AreaCode area, YearMonth month, Kind kind) {
        Map<String, Long> cells = new TreeMap<>();
        jdbc.sql("select name, about from log_total where area = :area and month = :month and kind = :kind")
                .param("area", area.value())
                .param("month", month.atDay(1))
                .param("kind", kind.name())
                .query((row, n) -> cells.put(row.getString("name"), row.getLong("about")))
                .list();
        return cells;
    }
}
