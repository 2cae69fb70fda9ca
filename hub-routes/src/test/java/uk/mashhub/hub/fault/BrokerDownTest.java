package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/** The broker stops under load: the door says so, nothing is half-stored, and all that was accepted arrives. */
class BrokerDownTest {
    private static final int REFERRALS = 40;
    private static final int UNAVAILABLE = 503;
    private static final long SEED = Long.getLong("broker.seed", new SecureRandom().nextLong());

    @Test
    void refusesWhileTheBrokerIsDownAndThenTakesEverything() throws Exception {
        try (FrailHub hub = FrailHub.start()) {
            Feed feed = new Feed(hub.dataDir(), "broker", REFERRALS, SEED);
            feed.allow(REFERRALS / 2);
            Thread feeder = new Thread(feed, "feeder");
            feeder.start();
            try {
                TheHub.await("load", () -> feed.accepted() >= REFERRALS / 4 ? true : null);
                hub.broker().stop();
                whileDown(hub);
                hub.broker().start();
                feed.allow(REFERRALS);
                feeder.join(TimeUnit.MINUTES.toMillis(2));
            } finally {
                feeder.interrupt();
            }
            hub.awaitQueue(REFERRALS);
            hub.ledgers().holdOnce(REFERRALS, "seed " + SEED);
            hub.ledgers().holdNoViewWithoutEntry("seed " + SEED);
        }
    }

    private static void whileDown(FrailHub hub) throws Exception {
        // Not of the feed: if it were stored in part, there would be one referral too many.
        Visitor.Answered answer = hub.door().form("school-form", "refused", Forms.form(REFERRALS, SEED));
        assertThat(answer.status()).isEqualTo(UNAVAILABLE);
        assertThat(answer.text()).contains("Send the same message again later");
    }
}
