package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.command.Door;

/**
 * One referral says who and where a family is, another that they hide (ruling 14). In whatever order they come: from the
 * moment at which the flag is taken in no nurse reads where they are, and the father's side never did.
 */
class FlagRaceTest {
    private static final int ACCEPTED = 202;
    private static final long SEED = Long.getLong("race.seed", new Random().nextLong());

    /** What happens to one family. */
    private enum Order {
        FACT_THEN_FLAG,
        FLAG_THEN_FACT,
        AT_ONCE
    }

    @Test
    void hidesTheFamilyInEveryOrder() throws Exception {
        try (FrailHub hub = FrailHub.start()) {
            DecisionMaker decides = new DecisionMaker(hub);
            for (int family = 0; family < Families.MOST; family++) {
                try (Onlookers onlookers = new Onlookers(hub, family)) {
                    play(hub, decides, onlookers, family, Order.values()[family % Order.values().length]);
                    onlookers.lookWhenHidden();
                    assertThat(onlookers.leaks())
                            .as("family %s, seed %s", family, SEED)
                            .isEmpty();
                }
            }
            hub.ledgers().holdNoViewWithoutEntry("seed " + SEED);
        }
    }

    private static void play(FrailHub hub, DecisionMaker decides, Onlookers onlookers, int family, Order order)
            throws Exception {
        switch (order) {
            case FACT_THEN_FLAG -> {
                fact(hub, family, "first");
                decides.letAgenciesIn(family, 1);
                onlookers.awaitPlaceRead();
                flag(hub, family);
            }
            case FLAG_THEN_FACT -> {
                flag(hub, family);
                onlookers.awaitFlag();
                fact(hub, family, "first");
                decides.letAgenciesIn(family, 2);
            }
            case AT_ONCE -> {
                fact(hub, family, "first");
                decides.letAgenciesIn(family, 1);
                onlookers.awaitPlaceRead();
                atOnce(hub, family);
            }
        }
        onlookers.awaitFlag();
        decides.letAgenciesIn(family, order == Order.AT_ONCE ? 4 : 2);
    }

    /** The flag and two more facts about the same people, from three threads in no order. */
    private static void atOnce(FrailHub hub, int family) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(3);
        CyclicBarrier together = new CyclicBarrier(3);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int which = i;
                sent.add(senders.submit(() -> {
                    together.await();
                    if (which == 0) {
                        flag(hub, family);
                    } else {
                        fact(hub, family, "more-" + which);
                    }
                    return which;
                }));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private static void fact(FrailHub hub, int family, String name) throws Exception {
        send(hub.door(), "school-form", family + "-" + name, Families.form(family, false));
    }

    private static void flag(FrailHub hub, int family) throws Exception {
        send(hub.door(), Onlookers.FLAGS_COME_FROM, family + "-flag", Families.form(family, true));
    }

    private static void send(Door door, String principal, String id, byte[] form) throws Exception {
        assertThat(door.form(principal, "race-" + id, form).status()).isEqualTo(ACCEPTED);
    }
}
