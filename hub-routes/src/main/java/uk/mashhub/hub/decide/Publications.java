package uk.mashhub.hub.decide;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.PolicyHead;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.hub.storage.PolicyProposal;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.storage.PolicyVersion;
import uk.mashhub.log.Act;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.UserId;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;

/**
 * Publishing as an act of two people (ruling 21): one proposes a policy and signs, another signs, and it holds from its
 * start on. A rollback is a publish of an older policy. Every method runs in the caller's transaction; each step is in the
 * log. Who may sign is for the caller to check.
 */
public final class Publications {
    /** Every hub looks each second whether one is due. */
    static final Duration LATE = Duration.ofMinutes(1);

    private final PolicyStore store;
    private final PolicyHeadStore heads;
    private final PolicySeals seals;
    private final Audit audit;
    private final Clock clock;
    private final RandomSource random;

    public Publications(
            PolicyStore store,
            PolicyHeadStore heads,
            PolicySeals seals,
            Audit audit,
            Clock clock,
            RandomSource random) {
        this.store = store;
        this.heads = heads;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** Keeps a draft whole. */
    public PolicyHash keep(PolicyFiles files) throws PolicyRefused {
        SharingPolicy policy = files.load();
        store.keep(new PolicyVersion(policy.hash(), policy.canonical(), files.bytes()), clock.instant());
        return policy.hash();
    }

    /**
     * Proposes a policy that is kept, with the proposer's signature.
     *
     * @param startsAt when it is to come into force; in the past means as soon as the second has signed
     */
    public UUID propose(UserId who, PolicyHash hash, Instant startsAt) {
        UUID id = random.uuid();
        store.propose(new PolicyProposal(
                id,
                hash,
                startsAt.truncatedTo(ChronoUnit.MICROS),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                List.of()));
        PolicyProposal proposal = store.proposal(id).orElseThrow();
        signed(proposal, who, "PROPOSED");
        return id;
    }

    /** Whether a proposal waits for a second signature: the newest alone does, or two versions could be signed past each other. */
    public boolean waits(PolicyProposal proposal) {
        return !proposal.signed()
                && store.newest(1).stream().anyMatch(newest -> newest.id().equals(proposal.id()));
    }

    /** The second signature; why not, if it was refused. What has started already takes the head at once. */
    public Optional<String> sign(UserId who, UUID id) {
        Optional<PolicyProposal> found = store.proposal(id).filter(this::waits);
        if (found.isEmpty()) {
            return Optional.of("This proposal does not wait for a signature: another has taken its place.");
        }
        if (found.get().signatures().stream().anyMatch(s -> s.signer().equals(who))) {
            return Optional.of("A policy is published by two people: somebody else has to sign it.");
        }
        signed(found.get(), who, "SIGNED");
        start();
        return Optional.empty();
    }

    /** Time passes: what is due takes the head. True if it moved. */
    public boolean start() {
        Optional<PolicyProposal> due = next(heads.head()).isEmpty() ? Optional.empty() : next(heads.lock());
        if (due.isEmpty()) {
            return false;
        }
        heads.move(new PolicyHead(due.get().hash(), due.get().id()));
        audit.noted(
                Act.POLICY_PUBLISH,
                Audit.HUB,
                "IN_FORCE",
                List.of(Audit.claim("settings", due.get().hash())));
        return true;
    }

    /**
     * What is to take the place of a head: the one that was signed last of those that are due and that two people have signed. What was
     * forged after it hides nothing, and what was signed before the head has had its time, also if the head no longer holds.
     */
    private Optional<PolicyProposal> next(Optional<PolicyHead> head) {
        return store.due(clock.instant())
                .takeWhile(due -> !isHead(due, head))
                .filter(seals::hold)
                .findFirst();
    }

    /**
     * Whether the policy that was due last, long ago, has not taken the head, or does not hold: everybody believes that it decides, and
     * another does, or somebody has forged one.
     */
    public boolean late() {
        return store.due(clock.instant().minus(LATE))
                .findFirst()
                .filter(due -> !isHead(due, heads.head()) || !seals.hold(due))
                .isPresent();
    }

    private static boolean isHead(PolicyProposal proposal, Optional<PolicyHead> head) {
        return head.filter(h -> h.proposal().equals(proposal.id())).isPresent();
    }

    private void signed(PolicyProposal proposal, UserId who, String outcome) {
        store.sign(proposal.id(), seals.sign(proposal, who, clock.instant()));
        audit.noted(
                Act.POLICY_PUBLISH,
                who.toString(),
                outcome,
                List.of(
                        Audit.claim("settings", proposal.hash()),
                        Audit.claim("content", proposal.id() + " " + proposal.startsAt())));
    }
}
