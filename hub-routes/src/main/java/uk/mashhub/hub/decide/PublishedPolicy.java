package uk.mashhub.hub.decide;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.storage.PolicyHead;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.storage.PolicyVersion;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;

/**
 * The hub decides with the policy that two people published, and with no other (ruling 21). It is loaded from what they
 * signed, not from files. If it cannot be loaded as it was signed, nothing is decided and nothing is shown.
 */
public final class PublishedPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedPolicy.class);

    private final PolicyHeadStore heads;
    private final PolicyStore store;
    private final PolicySeals seals;
    private final byte[] sealKey;
    private final AtomicReference<Optional<Loaded>> last = new AtomicReference<>(Optional.empty());

    /** @param sealKey 32 bytes, with which views are sealed whatever the policy */
    public PublishedPolicy(PolicyHeadStore heads, PolicyStore store, PolicySeals seals, byte[] sealKey) {
        this.heads = heads;
        this.store = store;
        this.seals = seals;
        this.sealKey = sealKey.clone();
    }

    /** No policy is in force: nobody has published one, or what was published cannot be loaded as it was signed. */
    public static final class NotInForce extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotInForce() {
            super("no policy is in force", null, false, false);
        }
    }

    /** A head and what came of loading it: empty if it cannot be. Loading it again would come to the same. */
    private record Loaded(PolicyHead head, Optional<PolicyEngine> engine) {}

    /**
     * Holds the head until the transaction ends, so that it cannot move under a decision.
     *
     * @return what decides
     * @throws NotInForce if nothing can
     */
    public PolicyEngine hold() {
        return heads.hold().flatMap(this::engine).orElseThrow(NotInForce::new);
    }

    /** What decides now, for a reader, whose own transaction cannot hold the head; empty if nothing does. */
    public Optional<PolicyEngine> now() {
        return heads.head().flatMap(this::engine);
    }

    /** Holds head and stops where they are until the transaction ends, whether or not a policy is in force. */
    public void steady() {
        heads.hold();
    }

    /** What stands on entries of the log: the published policy, loaded or not. */
    public Optional<PolicyHash> hash() {
        return heads.head().map(PolicyHead::hash);
    }

    /** The proposal by which it was published. */
    public Optional<UUID> proposal() {
        return heads.head().map(PolicyHead::proposal);
    }

    /** Whether there is one that decides. */
    public boolean inForce() {
        return now().isPresent();
    }

    /** How many rules of it should have been reviewed before that day. They decide all the same: what was agreed is agreed. */
    public long unreviewed(LocalDate day) {
        return now().stream()
                .flatMap(engine -> engine.policy().rules().stream())
                .filter(rule -> rule.reviewOn().isBefore(day))
                .count();
    }

    private Optional<PolicyEngine> engine(PolicyHead head) {
        Optional<Loaded> known = Objects.requireNonNullElse(last.get(), Optional.empty());
        if (known.filter(k -> k.head().equals(head)).isEmpty()) {
            known = Optional.of(new Loaded(head, load(head)));
            last.set(known);
        }
        return known.flatMap(Loaded::engine);
    }

    private Optional<PolicyEngine> load(PolicyHead head) {
        boolean signed = store.proposal(head.proposal())
                .filter(p -> p.hash().equals(head.hash()))
                .filter(seals::hold)
                .isPresent();
        Optional<PolicyEngine> engine = signed
                ? store.version(head.hash())
                        .flatMap(PublishedPolicy::policy)
                        .filter(p -> p.hash().equals(head.hash()))
                        .map(p -> new PolicyEngine(p, sealKey))
                : Optional.empty();
        if (engine.isEmpty()) {
            LOG.error(
                    "the published policy {} is not in force: {}",
                    head.hash(),
                    signed ? "it does not load" : "not signed");
        }
        return engine;
    }

    private static Optional<SharingPolicy> policy(PolicyVersion version) {
        try {
            return Optional.of(PolicyFiles.of(version.files()).load());
        } catch (PolicyRefused | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
