package uk.mashhub.hub.disclose;

import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.storage.OutcomeStore;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.ReferralId;

/**
 * Where a referrer's system fetches the outcome of what it sent, by the receipt that it was given. Each fetch is in the log
 * before the first byte is served. What is not told yet, not known or somebody else's is not there, in one answer.
 */
public final class ReferrerDoor {
    private final Senders senders;
    private final OutcomeStore outcomes;
    private final Audit audit;
    private final TransactionTemplate transactions;

    public ReferrerDoor(Senders senders, OutcomeStore outcomes, Audit audit, TransactionTemplate transactions) {
        this.senders = senders;
        this.outcomes = outcomes;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The outcome as canonical JSON, see {@link uk.mashhub.policy.Feedback#content}. */
    public Optional<byte[]> fetch(Principal principal, UUID receipt) {
        Optional<byte[]> fetched = transactions.execute(
                status -> senders.of(principal).flatMap(sender -> fetch(sender, new ReferralId(receipt))));
        return fetched == null ? Optional.empty() : fetched;
    }

    private Optional<byte[]> fetch(Sender sender, ReferralId receipt) {
        Optional<OutcomeStore.Outcome> outcome = outcomes.find(receipt, sender.principal());
        outcome.ifPresent(o -> audit.fetched(o.disclosure(), sender, o.content()));
        return outcome.map(OutcomeStore.Outcome::content);
    }
}
