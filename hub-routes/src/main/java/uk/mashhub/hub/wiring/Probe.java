package uk.mashhub.hub.wiring;

import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.KeyEpochs;
import uk.mashhub.log.Act;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/**
 * Does all that consuming a message needs, and takes it back: holds the published policy, writes to the database and to the
 * log, seals with a key, and looks for every other key. What is less than that opens the gate on a hub that must shut it
 * again at the next message.
 */
final class Probe implements BooleanSupplier {
    private static final Principal PROBE = new Principal("hub-probe");

    private final TransactionTemplate transactions;
    private final PublishedPolicy published;
    private final Inbox inbox;
    private final Audit audit;
    private final KeyEpochs keys;
    private final Clock clock;
    private final RandomSource random;
    private final BooleanSupplier refused;

    /** @param refused whether another hub keeps this one from running */
    Probe(
            TransactionTemplate transactions,
            PublishedPolicy published,
            Inbox inbox,
            Audit audit,
            KeyEpochs keys,
            Clock clock,
            RandomSource random,
            BooleanSupplier refused) {
        this.transactions = transactions;
        this.published = published;
        this.inbox = inbox;
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
        this.refused = refused;
    }

    /** True if everything is there; throws, or is false, if anything is not. Leaves nothing behind. */
    @Override
    public boolean getAsBoolean() {
        if (refused.getAsBoolean()) {
            return false;
        }
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            published.hold();
            keys.check();
            inbox.arrive(
                    PROBE, new MessageId("probe-" + random.uuid()), random.bytes(32), random.uuid(), clock.instant());
            audit.noted(Act.START, PROBE.value(), "PROBE", List.of());
            status.flush();
        });
        return true;
    }
}
