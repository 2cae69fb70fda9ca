package uk.mashhub.hub.disclose;

import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.proof.Receipt;
import uk.mashhub.hub.storage.OutcomeStore;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.ReferralId;

/**
 * Where a referrer's system fetches the outcome of what it sent, by the receipt that it was given. Each fetch is in the log
 * before the first byte is served. What is not told yet, not known or somebody else's is not there, in one answer; nor is
 * what the log does not prove yet, since it leaves the room (ruling 23).
 */
public final class ReferrerDoor {
    private final Senders senders;
    private final OutcomeStore outcomes;
    private final LogReceipts receipts;
    private final Audit audit;
    private final TransactionTemplate transactions;

    public ReferrerDoor(
            Senders senders,
            OutcomeStore outcomes,
            LogReceipts receipts,
            Audit audit,
            TransactionTemplate transactions) {
        this.senders = senders;
        this.outcomes = outcomes;
        this.receipts = receipts;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The outcome as canonical JSON, see {@link uk.mashhub.policy.Feedback#content}. */
    public Optional<byte[]> fetch(Principal principal, UUID receipt) {
        Optional<byte[]> fetched = transactions.execute(
                status -> senders.of(principal).flatMap(sender -> fetch(sender, new ReferralId(receipt))));
        return fetched == null ? Optional.empty() : fetched;
    }

    /** The receipt of the outcome, for whoever may fetch that; logged as a fetch is. */
    public Optional<Receipt> receipt(Principal principal, UUID receipt) {
        Optional<Receipt> fetched = transactions.execute(
                status -> senders.of(principal).flatMap(sender -> receipt(sender, new ReferralId(receipt))));
        return fetched == null ? Optional.empty() : fetched;
    }

    private Optional<Receipt> receipt(Sender sender, ReferralId referral) {
        Optional<Receipt> proof = outcomes.find(referral, sender.principal())
                .flatMap(told -> receipts.of(told.disclosure()))
                .filter(Receipt::isProof);
        proof.ifPresent(p -> audit.fetched(p.disclosure(), sender, p.bytes()));
        return proof;
    }

    private Optional<byte[]> fetch(Sender sender, ReferralId receipt) {
        Optional<OutcomeStore.Outcome> outcome =
                outcomes.find(receipt, sender.principal()).filter(told -> receipts.proves(told.disclosure()));
        outcome.ifPresent(o -> audit.fetched(o.disclosure(), sender, o.content()));
        return outcome.map(OutcomeStore.Outcome::content);
    }
}
