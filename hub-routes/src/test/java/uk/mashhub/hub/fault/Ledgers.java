package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.EmbeddedPostgres;

/** Looks into a hub's database as the superuser whom the hub itself never is. */
final class Ledgers implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final JdbcClient jdbc;

    private Ledgers(EmbeddedPostgres postgres, DataSource source) {
        this.postgres = postgres;
        this.jdbc = JdbcClient.create(source);
    }

    /** The database of a hub that has stopped. */
    static Ledgers open(Path dataDir) throws IOException {
        Path folder = dataDir.resolve("postgres");
        return of(EmbeddedPostgres.start(folder, 0, Agencies.random()), folder);
    }

    /** A database that runs; closing these ledgers stops it. */
    static Ledgers of(EmbeddedPostgres postgres, Path folder) throws IOException {
        String password = Files.readString(folder.resolve("bootstrap.password")).strip();
        return new Ledgers(
                postgres,
                new DriverManagerDataSource(
                        postgres.url(DatabaseRoles.DATABASE) + "?currentSchema=hub", "bootstrap", password));
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    void run(String sql) {
        jdbc.sql(sql).update();
    }

    /** Every referral has had its effect, once, and nothing else has. */
    void holdOnce(int referrals, String seed) {
        assertThat(count("select count(*) from inbox where principal = 'school-form'"))
                .as("in the inbox, " + seed)
                .isEqualTo(referrals);
        assertThat(count("select count(*) from referral")).as("kept, " + seed).isEqualTo(referrals);
        assertThat(count("select count(*) from enquiry"))
                .as("enquiries, " + seed)
                .isEqualTo(referrals);
        assertThat(count("select count(*) from (select enquiry_id, area, team, role, perspective from view_head"
                        + " where withdrawn_at is null group by 1, 2, 3, 4, 5 having count(*) > 1) d"))
                .as("views twice, " + seed)
                .isZero();
        assertThat(count("select count(*) from quarantine"))
                .as("quarantined, " + seed)
                .isZero();
        assertThat(count("select count(*) from attempt"))
                .as("attempts counted, " + seed)
                .isZero();
    }

    /** Every version that ever was has its two entries, and every entry has its version. */
    void holdNoViewWithoutEntry(String seed) {
        for (String act : new String[] {"DISCLOSURE", "DECISION"}) {
            assertThat(count("select count(*) from decision_trace t where (select count(*) from log_entry l"
                            + " where l.act = '" + act + "' and l.disclosure_id = t.disclosure_id::text) <> 1"))
                    .as("versions without one " + act + ", " + seed)
                    .isZero();
        }
        assertThat(count("select count(*) from view_body b where not exists (select from decision_trace t"
                        + " where t.view_id = b.view_id and t.version = b.version)"))
                .as("versions without a trace, " + seed)
                .isZero();
        assertThat(count("select count(*) from log_entry l where l.act = 'DISCLOSURE' and not exists"
                        + " (select from decision_trace t where t.disclosure_id::text = l.disclosure_id)"
                        + " and exists (select from view_head h where h.disclosure_id::text = l.disclosure_id)"))
                .as("entries without a version, " + seed)
                .isZero();
    }

    /** Each time that a view was served has its entry; a crash may leave an entry of what did not arrive. */
    void holdEveryOpening(Map<String, Integer> served, String seed) {
        assertThat(served).as("views served, " + seed).isNotEmpty();
        served.forEach((view, times) -> assertThat(jdbc.sql("select count(*) from log_entry l join decision_trace t"
                                + " on t.disclosure_id::text = l.disclosure_id"
                                + " where l.act = 'OPENING' and t.view_id = :view")
                        .param("view", UUID.fromString(view))
                        .query(Long.class)
                        .single())
                .as("openings of a view served %s times, %s", times, seed)
                .isGreaterThanOrEqualTo(times));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
