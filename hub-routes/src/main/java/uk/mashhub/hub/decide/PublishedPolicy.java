package uk.mashhub.hub.decide;

import java.util.Optional;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.model.decision.PolicyHash;

/**
 * The hub decides with the policy that two people published, and with no other (ruling 21). Files are drafts: if the
 * loaded one is not the published head, nothing is decided.
 */
public final class PublishedPolicy {
    private final PolicyHeadStore head;
    private final PolicyHash loaded;

    public PublishedPolicy(PolicyHeadStore head, PolicyHash loaded) {
        this.head = head;
        this.loaded = loaded;
    }

    /** The loaded policy is not the published one. */
    public static final class NotPublished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPublished() {
            super("the loaded policy is not the published one", null, false, false);
        }
    }

    /**
     * Holds the head until the transaction ends, so that it cannot move under a decision.
     *
     * @throws NotPublished if it is not the loaded policy
     */
    public void hold() {
        Optional<PolicyHash> published = head.hold();
        if (published.isEmpty() || !published.get().equals(loaded)) {
            throw new NotPublished();
        }
    }

    /** Whether the loaded policy is the published one. */
    public boolean isCurrent() {
        return head.head().filter(h -> h.hash().equals(loaded)).isPresent();
    }
}
