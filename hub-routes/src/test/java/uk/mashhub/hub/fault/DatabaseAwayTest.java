package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;
import uk.mashhub.hub.wiring.FaultGate;

/** The database is gone for two minutes under load (ruling 27): nothing is quarantined, and everything arrives. */
class DatabaseAwayTest {
    private static final Duration AWAY = Duration.ofSeconds(Long.getLong("away.seconds", 120));
    private static final int REFERRALS = 40;
    private static final long SEED = Long.getLong("away.seed", new SecureRandom().nextLong());

    @Test
    void stopsAndResumesByItselfAndQuarantinesNothing() throws Exception {
        try (FrailHub hub = FrailHub.start()) {
            Feed feed = new Feed(hub.dataDir(), "away", REFERRALS, SEED);
            feed.allow(REFERRALS / 4);
            Thread feeder = new Thread(feed, "feeder");
            feeder.start();
            try {
                Visitor worker = hub.visitor("screening");
                TheHub.await("load", () -> feed.accepted() >= REFERRALS / 8 ? true : null);
                hub.wire().cut();
                feed.allow(REFERRALS / 2);
                whileAway(hub, worker, feed);
                hub.wire().mend();
                feed.allow(REFERRALS);
                feeder.join(TimeUnit.MINUTES.toMillis(2));
            } finally {
                feeder.interrupt();
            }
            hub.awaitQueue(REFERRALS);
            hub.ledgers().holdOnce(REFERRALS, "seed " + SEED);
            hub.ledgers().holdNoViewWithoutEntry("seed " + SEED);
            assertThat(hub.part(FaultGate.class).fault()).isEmpty();
        }
    }

    private static void whileAway(FrailHub hub, Visitor worker, Feed feed) throws Exception {
        long end = System.nanoTime() + AWAY.toNanos();
        TheHub.await(
                "the routes to stop", () -> hub.part(FaultGate.class).fault().isEmpty() ? null : true);
        HttpResponse<String> desk = worker.answer("/api/desk/queue");
        assertThat(desk.statusCode()).as("the desk").isEqualTo(503);
        assertThat(desk.headers().firstValue("Retry-After")).contains("30");
        assertThat(desk.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(desk.body())
                .contains("\"status\":503", "The hub cannot show anything now.")
                .doesNotContain("Exception", "jdbc", "hub_app");
        TheHub.await("a referral taken meanwhile", () -> feed.accepted() > REFERRALS / 4 ? true : null);
        assertThat(worker.status("/")).as("the page").isEqualTo(503);
        assertThat(worker.page("/")).contains("Use the paper process", "Referrals that arrive are kept", "999");
        while (System.nanoTime() < end) {
            assertThat(hub.part(FaultGate.class).fault())
                    .as("the gate while the database is away")
                    .isNotEmpty();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }
}
