package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;
import uk.mashhub.simulators.SimulatedAgencies;

/**
 * Nothing lost, nothing twice: hub, database or both are killed at twenty random moments while referrals arrive and views
 * are read. Whoever sends repeats a message with the same id until it is accepted, as the door asks.
 */
class CrashTest {
    private static final int REFERRALS = 200;
    private static final int KILLS = Integer.getInteger("crash.kills", 20);
    private static final long SEED = Long.getLong("crash.seed", new SecureRandom().nextLong());

    private final Random random = new Random(SEED);

    @Test
    void losesNothingAndRepeatsNothing() throws Exception {
        Path work = TheHub.freshFolder();
        int port = TheHub.freePort();
        try (SimulatedAgencies agencies = Agencies.start(work, port)) {
            Properties endpoints = new Properties();
            endpoints.putAll(agencies.endpoints());
            HubProcess hub = new HubProcess(work, port, endpoints);
            hub.start();
            try {
                hub.awaitUp();
                Onlooker onlooker = new Onlooker(port, "screening");
                feedAndKill(hub, new Feed(hub.dataDir(), "crash", REFERRALS, SEED), onlooker);
                settle(port);
                hub.stop();
                verify(hub.dataDir(), onlooker);
            } finally {
                hub.stop();
            }
        }
    }

    private void feedAndKill(HubProcess hub, Feed feed, Onlooker onlooker) throws Exception {
        Thread feeder = new Thread(feed, "feeder");
        Thread reader = new Thread(onlooker, "onlooker");
        feeder.start();
        reader.start();
        try {
            for (int i = 1; i <= KILLS; i++) {
                // Ten a kill: every kill meets referrals on their way.
                feed.allow(i * REFERRALS / KILLS);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(1300)));
                kill(hub);
            }
            feeder.join(TimeUnit.MINUTES.toMillis(2));
        } finally {
            feeder.interrupt();
            onlooker.stop();
            reader.join();
        }
        assertThat(feed.accepted()).as("accepted at last, seed " + SEED).isEqualTo(REFERRALS);
    }

    /** The database alone, and the hub revives it; the hub alone; or one just after the other. */
    private void kill(HubProcess hub) throws Exception {
        int which = random.nextInt(3);
        if (which != 0) {
            // It may still be coming back from the kill before: a kill that hits nothing does not count.
            TheHub.await("a database to kill, seed " + SEED, () -> killed(hub) ? true : null);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(300)));
        }
        if (which != 1) {
            hub.kill();
            hub.start();
            hub.awaitUp();
        }
    }

    private static boolean killed(HubProcess hub) {
        try {
            return hub.killDatabase();
        } catch (IOException e) {
            return false;
        }
    }

    /** Until every referral that was accepted is on the screening team's queue. */
    private static void settle(int port) throws Exception {
        Visitor visitor = Visitor.signIn("http://127.0.0.1:" + port, "screening");
        TheHub.await("all referrals on the queue (seed " + SEED + ")", () -> {
            try {
                return visitor.queue().size() >= REFERRALS ? true : null;
            } catch (Exception e) {
                return null;
            }
        });
    }

    private static void verify(Path dataDir, Onlooker onlooker) throws Exception {
        try (Ledgers ledgers = Ledgers.open(dataDir)) {
            String seed = "seed " + SEED;
            ledgers.holdOnce(REFERRALS, seed);
            ledgers.holdNoViewWithoutEntry(seed);
            ledgers.holdEveryOpening(onlooker.served(), seed);
        }
    }
}
