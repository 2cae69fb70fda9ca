package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;
import uk.mashhub.hub.wiring.FaultGate;

/** No log, no view (law 2): while entries cannot be written nothing is shown, and then everything is, by itself. */
class LogAwayTest {
    private static final int REFERRALS = 6;
    private static final int ACCEPTED = 202;
    private static final int UNAVAILABLE = 503;
    private static final long SEED = Long.getLong("log.seed", new SecureRandom().nextLong());

    /** Disk full (PostgreSQL appendix A, 53100). */
    private static final String DISK_FULL = "53100";

    @Test
    void showsNothingWhileTheLogCannotBeWritten() throws Exception {
        try (FrailHub hub = FrailHub.start()) {
            Visitor worker = hub.visitor("screening");
            send(hub, 0, REFERRALS / 2);
            hub.awaitQueue(REFERRALS / 2);
            String view = worker.queue().get(0).path("id").asString();
            fill(hub.ledgers());
            long before = hub.ledgers().count("select count(*) from log_entry");
            for (String path : new String[] {"/", "/packet/" + view, "/api/desk/queue", "/api/desk/views/" + view}) {
                assertThat(worker.status(path)).as(path).isEqualTo(UNAVAILABLE);
            }
            assertThat(worker.page("/packet/" + view)).contains("Use the paper process");
            send(hub, REFERRALS / 2, REFERRALS);
            TheHub.await(
                    "the routes to stop",
                    () -> hub.part(FaultGate.class).fault().isEmpty() ? null : true);
            assertThat(hub.ledgers().count("select count(*) from log_entry")).isEqualTo(before);
            assertThat(hub.ledgers().count("select count(*) from referral")).isEqualTo(REFERRALS / 2);
            hub.ledgers().run("drop trigger disk_full on log_entry");
            hub.awaitQueue(REFERRALS);
            assertThat(worker.status("/packet/" + view)).isEqualTo(200);
            hub.ledgers().holdOnce(REFERRALS, "seed " + SEED);
            hub.ledgers().holdNoViewWithoutEntry("seed " + SEED);
        }
    }

    private static void fill(Ledgers ledgers) {
        ledgers.run("create function disk_full() returns trigger language plpgsql as"
                + " $$ begin raise exception 'no space left on device' using errcode = '" + DISK_FULL + "'; end $$");
        ledgers.run("create trigger disk_full before insert on log_entry for each row execute function disk_full()");
    }

    private static void send(FrailHub hub, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            assertThat(hub.door()
                            .form("school-form", "log-" + i, Forms.form(i, SEED))
                            .status())
                    .isEqualTo(ACCEPTED);
        }
    }
}
