package uk.mashhub.hub.retention;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.retention.RetentionPlan.Standing;
import uk.mashhub.hub.storage.Erasures;
import uk.mashhub.hub.storage.Erasures.Erasure;
import uk.mashhub.hub.storage.KeyRetirement;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.model.id.UserId;

/**
 * Carries an erasure out that two people asked for: each enquiry of the list, whole or not at all; then the keys under which
 * anything of it was sealed; then the proof of deletion. Each step is a transaction of its own and may be repeated: killed
 * anywhere, the next call goes on and ends in the same state.
 */
public final class Erasing {
    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

    private final Partnership partnership;
    private final Erasures erasures;
    private final EnquiryLedger ledger;
    private final RetentionPlan plan;
    private final KeyRetirement retirement;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Erasing(
            Partnership partnership,
            Erasures erasures,
            EnquiryLedger ledger,
            RetentionPlan plan,
            KeyRetirement retirement,
            Audit audit,
            PlatformTransactionManager manager,
            Clock clock) {
        this.partnership = partnership;
        this.erasures = erasures;
        this.ledger = ledger;
        this.plan = plan;
        this.retirement = retirement;
        this.audit = audit;
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Proposes to erase what is due in an area, for a second person to approve. Call it inside a transaction.
     *
     * @param lines what the proposer has read: DUE, and nothing else
     * @return its id; empty if nothing is due, or one is proposed or under way already
     */
    public Optional<UUID> propose(Area area, UUID id, List<RetentionPlan.Line> lines, UserId by) {
        List<Erasures.Item> items = lines.stream()
                .filter(l -> l.standing() == Standing.DUE)
                .map(l -> new Erasures.Item(l.enquiry(), l.schedule(), l.endsOn(), "WAITING", "", 0))
                .sorted(Comparator.comparing(i -> i.enquiry().value()))
                .toList();
        if (items.isEmpty() || erasures.open(area.code()).isPresent()) {
            return Optional.empty();
        }
        erasures.propose(id, area.code(), Certificate.digest(items), by, clock.instant(), items);
        logged(by.toString(), "PROPOSED", id, Certificate.list(items));
        return Optional.of(id);
    }

    /**
     * A second person approves the list as it was proposed. Call it inside a transaction.
     *
     * @return false if there is none to approve, if this is who proposed it, or if the list is not the one that was proposed
     */
    public boolean approve(Erasure erasure, UserId by) {
        List<Erasures.Item> items = erasures.items(erasure.id());
        boolean same = items.stream().allMatch(i -> i.state().equals("WAITING"))
                && Arrays.equals(erasure.digest(), Certificate.digest(items));
        if (!same || !erasures.approve(erasure.id(), by, clock.instant())) {
            return false;
        }
        logged(by.toString(), "APPROVED", erasure.id(), Certificate.list(items));
        return true;
    }

    /** Takes a proposal back. Call it inside a transaction. */
    public boolean withdraw(Erasure erasure, UserId by) {
        if (!erasures.withdraw(erasure.id())) {
            return false;
        }
        logged(by.toString(), "WITHDRAWN", erasure.id(), Certificate.list(erasures.items(erasure.id())));
        return true;
    }

    /**
     * Goes on with everything that is approved, to its end. What fails keeps nothing else from going.
     *
     * @throws RuntimeException the first fault, once all the rest is done
     */
    public void run() {
        List<RuntimeException> faults = new ArrayList<>();
        for (Erasure erasure : Objects.requireNonNull(transactions.execute(status -> erasures.approved()))) {
            for (Erasures.Item item : erasures.items(erasure.id())) {
                if (item.state().equals("WAITING")) {
                    trying(faults, () -> transactions.executeWithoutResult(status -> erase(erasure, item)));
                }
            }
            for (Erasures.Key key : erasures.keys(erasure.id())) {
                if (!key.destroyed()) {
                    trying(faults, () -> retirement.destroy(erasure.id(), key, clock.instant()));
                }
            }
            trying(faults, () -> transactions.executeWithoutResult(status -> finish(erasure)));
        }
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
    }

    private static void trying(List<RuntimeException> faults, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            faults.add(e);
        }
    }

    /** Looks again under the lock: since it was approved, a hold may have been placed, or the family referred again. */
    private void erase(Erasure approved, Erasures.Item item) {
        if (erasures.lock(approved.id())) {
            Area area = partnership.area(approved.area()).orElseThrow();
            erasures.holdPeople(item.enquiry());
            ledger.keepReadersOut(ledger.hold(item.enquiry()));
            Standing standing = plan.standing(area, item.enquiry(), erasures.going(approved)::contains);
            if (standing == Standing.DUE) {
                erasures.erase(approved.id(), item.enquiry());
            } else {
                erasures.keep(approved.id(), item.enquiry(), standing.name());
            }
        }
    }

    private void finish(Erasure approved) {
        List<Erasures.Item> items = erasures.items(approved.id());
        List<Erasures.Key> keys = erasures.keys(approved.id());
        boolean all = items.stream().noneMatch(i -> i.state().equals("WAITING"))
                && keys.stream().allMatch(Erasures.Key::destroyed);
        if (all && erasures.lock(approved.id())) {
            String entry = logged(Audit.HUB, "DONE", approved.id(), Certificate.deletion(approved, items, keys));
            erasures.finish(approved.id(), entry, clock.instant());
            LOG.info("erasure {}: {} enquiries, {} keys destroyed", approved.id(), items.size(), keys.size());
        }
    }

    private String logged(String agent, String outcome, UUID erasure, byte[] text) {
        return Objects.requireNonNull(audit.noted(
                Act.ERASURE,
                agent,
                outcome,
                List.of(
                        new Claim("content", text),
                        new Claim("settings", ("erasure " + erasure).getBytes(StandardCharsets.US_ASCII)))));
    }
}
