package uk.mashhub.hub.governance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.storage.PolicyProposal;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.storage.PolicyVersion;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.RuleText;
import uk.mashhub.policy.proof.CheckReport;
import uk.mashhub.policy.proof.RehearsalText;
import uk.mashhub.policy.proof.ReportText;

/** Where information governance leads publish a policy (ruling 21). What does not stand the proof cannot be signed. */
public final class PolicyDesk {
    private static final int LISTED = 20;
    /** To each of the questions that policy answers: a page that somebody waits for. */
    private static final int DIFFERENCES = 5;

    private static final int LINES = 400;

    private final Partnership partnership;
    private final PolicyStore store;
    private final PublishedPolicy published;
    private final Publications publications;
    private final Path drafts;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** @param drafts the folder of the agreements as files */
    public PolicyDesk(
            Partnership partnership,
            PolicyStore store,
            PublishedPolicy published,
            Publications publications,
            Path drafts,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.partnership = partnership;
        this.store = store;
        this.published = published;
        this.publications = publications;
        this.drafts = drafts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the desk is there for a reader. */
    public static boolean open(Reader reader) {
        return reader.role() == Role.IG_LEAD;
    }

    /** A proposal as the list shows it. */
    public record Listed(PolicyProposal proposal, boolean inForce, boolean waits) {}

    List<Listed> proposals() {
        Optional<UUID> head = published.proposal();
        return store.newest(LISTED).stream()
                .map(p -> new Listed(p, head.filter(p.id()::equals).isPresent(), publications.waits(p)))
                .toList();
    }

    /** Whether a policy is in force. */
    boolean inForce() {
        return published.inForce();
    }

    /**
     * What a second signer sees.
     *
     * @param changes rule by rule against what is in force, in words
     * @param check the lines of the proof's report, run now
     * @param mayBeSigned whether the proof stands
     */
    public record Examined(PolicyProposal proposal, List<String> changes, List<String> check, boolean mayBeSigned) {}

    Optional<Examined> examine(UUID id) {
        return store.proposal(id).filter(publications::waits).flatMap(this::examine);
    }

    private Optional<Examined> examine(PolicyProposal proposal) {
        Optional<PolicyFiles> files = store.version(proposal.hash()).map(v -> PolicyFiles.of(v.files()));
        if (files.isEmpty()) {
            return Optional.empty();
        }
        CheckReport report = files.get().check(today());
        return Optional.of(new Examined(
                proposal,
                PolicyChanges.between(inForceNow(), rules(files.get())),
                ReportText.of(report),
                holds(report, proposal.hash())));
    }

    /**
     * Which decisions would come out otherwise, against what is in force, as {@code ./mash policy rehearse} says it: first all
     * that would give more; the rest is bounded, and the last line says so. Empty where nothing is in force.
     */
    List<String> rehearsed(PolicyProposal proposal) {
        Optional<PolicyFiles> now = filesInForce();
        Optional<PolicyFiles> then = store.version(proposal.hash()).map(v -> PolicyFiles.of(v.files()));
        if (now.isEmpty() || then.isEmpty()) {
            return List.of();
        }
        return RehearsalText.of(now.get().rehearse(then.get(), DIFFERENCES), LINES);
    }

    private Optional<PolicyFiles> filesInForce() {
        return published
                .hash()
                .flatMap(store::version)
                .map(PolicyVersion::files)
                .map(PolicyFiles::of);
    }

    private List<RuleText> inForceNow() {
        return filesInForce().map(PolicyDesk::rules).orElse(List.of());
    }

    private static List<RuleText> rules(PolicyFiles files) {
        try {
            return files.load().rules();
        } catch (PolicyRefused e) {
            return List.of();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static boolean holds(CheckReport report, PolicyHash hash) {
        return report.holds() && report.hash().filter(hash::equals).isPresent();
    }

    /** What came of a proposal: the lines that say why it was refused; none if it waits for a second signature. */
    List<String> proposeDraft(Reader reader, Optional<Instant> startsAt) {
        PolicyFiles files;
        try {
            files = PolicyFiles.read(drafts);
        } catch (IOException | IllegalArgumentException e) {
            return List.of("The draft cannot be read.");
        }
        CheckReport report = files.check(today());
        if (!report.holds()) {
            return refused(reader, ReportText.of(report));
        }
        List<String> strangers = strangers(files);
        if (!strangers.isEmpty()) {
            return refused(reader, strangers);
        }
        return propose(reader, startsAt, files);
    }

    private List<String> strangers(PolicyFiles files) {
        try {
            return partnership.strangers(files.load().agencies()).stream()
                    .map(agency -> "No area has the agency " + agency + ", which has an agreement.")
                    .toList();
        } catch (PolicyRefused e) {
            throw new IllegalStateException("a policy that was proved does not load", e);
        }
    }

    /** Proposes a policy that was proposed before: a rollback needs no file. */
    List<String> proposeAgain(Reader reader, PolicyHash hash, Optional<Instant> startsAt) {
        Optional<PolicyFiles> files = store.version(hash).map(v -> PolicyFiles.of(v.files()));
        if (files.isEmpty()) {
            return List.of("There is no such policy.");
        }
        CheckReport report = files.get().check(today());
        if (!holds(report, hash)) {
            return refused(reader, ReportText.of(report));
        }
        List<String> strangers = strangers(files.get());
        return strangers.isEmpty() ? propose(reader, startsAt, files.get()) : refused(reader, strangers);
    }

    private List<String> propose(Reader reader, Optional<Instant> startsAt, PolicyFiles files) {
        transactions.executeWithoutResult(status -> {
            try {
                PolicyHash hash = publications.keep(files);
                publications.propose(reader.who().user(), hash, startsAt.orElseGet(clock::instant));
            } catch (PolicyRefused e) {
                throw new IllegalStateException("a policy that was proved does not load", e);
            }
        });
        return List.of();
    }

    /** The second signature of exactly the policy that the signer has seen; why not, if it was refused. */
    Optional<String> sign(Reader reader, UUID id, PolicyHash seen) {
        Optional<Examined> examined = examine(id);
        if (examined.filter(e -> e.proposal().hash().equals(seen)).isEmpty()) {
            return Optional.of("This proposal does not wait for a signature: another has taken its place.");
        }
        if (!examined.get().mayBeSigned()) {
            return Optional.of("The proof of this policy does not stand, so it cannot be signed.");
        }
        Optional<String> refusal =
                transactions.execute(status -> publications.sign(reader.who().user(), id));
        return refusal == null ? Optional.empty() : refusal;
    }

    private List<String> refused(Reader reader, List<String> report) {
        transactions.executeWithoutResult(status -> audit.noted(
                Act.REFUSAL, reader.who(), "REFUSE", List.of(Audit.claim("reason", String.join("\n", report)))));
        List<String> lines = new ArrayList<>(List.of("The draft does not stand the proof, so it was not proposed."));
        lines.addAll(report);
        return lines;
    }
}
