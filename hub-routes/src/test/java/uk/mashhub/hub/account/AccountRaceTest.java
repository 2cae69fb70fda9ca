package uk.mashhub.hub.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessException;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.AccountStore;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * A referral about another child says that the mother hides, at the moment at which an account that tells of the child's enquiry is released and
 * fetched (ruling 14). Whichever comes first: from when the flag is taken in nothing of it leaves any more.
 */
class AccountRaceTest {
    private static final int ROUNDS = 12;
    private static final long SEED = Long.getLong("race.seed", new Random().nextLong());
    private static final String TOLD = "was given:";

    /** What comes first. */
    private enum Order {
        RELEASE_THEN_FLAG,
        FLAG_THEN_RELEASE,
        AT_ONCE
    }

    private final Random random = new Random(SEED);
    private final SmallHub hub = SmallHub.started();
    private final LogReceipts receipts = mock(LogReceipts.class);
    private final SignedIn lead = hub.somebody("ig-council");
    private final SignedIn unit = hub.somebody("council-protected");
    private final SubjectAccounts accounts = new SubjectAccounts(
            new AccountWork(hub.book, hub.ledger, hub.journey, hub.traces),
            new AccountStore(hub.database.app, hub.database.vault),
            hub.conflicts,
            hub.lookupKeys,
            receipts,
            hub.audit,
            hub.database.inApp(),
            new SubjectAccounts.Terms(Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(365)),
            hub.clock,
            hub.database.random);
    private int handedOver;
    private int refused;

    @Test
    void letsNothingLeaveOnceTheFlagIsTakenIn() throws Exception {
        when(receipts.ofEntry(any())).thenReturn(Optional.of("a proof".getBytes(StandardCharsets.UTF_8)));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                race(both, round);
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(handedOver + refused).as("seed %s", SEED).isEqualTo(ROUNDS);
    }

    private void race(ExecutorService both, int round) throws Exception {
        People family = People.family();
        PacketPerson child = family.person("Maya", 2010, SubjectRole.INDEX_CHILD);
        PacketPerson mother = family.person("Grace", 1984, SubjectRole.PARENT);
        EnquiryId told = hub.refer(List.of(child, mother), List.of(SubjectAccountsTest.said(hub, child)));
        hub.in(() -> {
            hub.ledger.update(hub.ledger.lock(told).row().at(Stage.CLOSED).forPurpose(Purpose.PRESCREEN));
            return true;
        });
        UUID asked = asked(child);
        SubjectAccounts.Opened opened =
                accounts.open(unit, hub.area, asked, "A request.").orElseThrow();
        assertThat(opened.text()).as("there is something to leak").contains(TOLD);

        Order order = Order.values()[round % Order.values().length];
        CountDownLatch released = new CountDownLatch(order == Order.RELEASE_THEN_FLAG ? 1 : 0);
        CountDownLatch acknowledged = new CountDownLatch(1);
        CyclicBarrier together = new CyclicBarrier(2);
        Future<?> flag = both.submit(() -> {
            together.await();
            released.await();
            hub.refer(
                    List.of(
                            family.person("Noah", 2015, SubjectRole.INDEX_CHILD),
                            People.with(family.person("Grace", 1984, SubjectRole.PARENT), SafetyFlag.SAFE_ADDRESS)),
                    List.of());
            acknowledged.countDown();
            return true;
        });
        Future<Boolean> leak = both.submit(() -> {
            together.await();
            if (order == Order.FLAG_THEN_RELEASE) {
                acknowledged.await();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(60)));
            return leaves(order, released, acknowledged, asked, opened.read());
        });
        assertThat(leak.get(1, TimeUnit.MINUTES))
                .as("handed over although the flag was there before, round %d, seed %s", round, SEED)
                .isFalse();
        flag.get(1, TimeUnit.MINUTES);
        assertThat(accounts.open(unit, hub.area, asked(child), "A request.")
                        .orElseThrow()
                        .text())
                .as("the flag is what it must not tell of, seed %s", SEED)
                .doesNotContain(TOLD);
    }

    /** Releases and fetches; whether something left although the referral had been acknowledged before that began. */
    private boolean leaves(Order order, CountDownLatch released, CountDownLatch acknowledged, UUID asked, String read)
            throws InterruptedException {
        try {
            boolean flagged = acknowledged.getCount() == 0;
            Optional<UUID> ready = accounts.release(unit, hub.area, asked, read);
            boolean leaked = flagged && ready.isPresent();
            released.countDown();
            if (order == Order.RELEASE_THEN_FLAG) {
                acknowledged.await();
            }
            flagged = acknowledged.getCount() == 0;
            String left = ready.flatMap(id -> accounts.fetch(unit, hub.area, id))
                    .flatMap(SubjectAccounts.Fetched::file)
                    .map(file -> new String(file, StandardCharsets.UTF_8))
                    .orElse("");
            boolean told = left.contains(TOLD);
            handedOver += told ? 1 : 0;
            refused += told ? 0 : 1;
            return leaked || flagged && told;
        } catch (NoSearch | TransientDataAccessException changed) {
            released.countDown();
            refused++;
            return false;
        }
    }

    private UUID asked(PacketPerson child) {
        List<UUID> before = waiting();
        accounts.ask(
                lead,
                hub.area,
                Map.of(
                        "name",
                        child.details().usualName().orElseThrow().full(),
                        "born",
                        child.details().birthDate().orElseThrow().date().toString(),
                        "themself",
                        "true",
                        "identity",
                        "A passport.",
                        "reason",
                        "A request."));
        return waiting().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
    }

    private List<UUID> waiting() {
        return accounts.waiting(unit, hub.area).stream()
                .map(SubjectAccounts.Waiting::id)
                .toList();
    }
}
