package uk.mashhub.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.CompiledPolicy;

/** A policy that has been read whole and checked: every combination has one answer. Immutable. */
public final class SharingPolicy {
    private final RuleBook book;
    private final CompiledPolicy compiled;

    private SharingPolicy(RuleBook book) {
        this.book = book;
        this.compiled = new CompiledPolicy(book);
    }

    /**
     * Reads every agreement of a directory.
     *
     * @param agreementsDir holds {@code *.yaml} files as {@code config/agreements} does
     * @throws PolicyRefused if anything in them is wrong, missing or not understood
     */
    public static SharingPolicy load(Path agreementsDir) throws PolicyRefused {
        AgreementFolder.Result result = AgreementFolder.read(agreementsDir);
        return new SharingPolicy(result.book().orElseThrow(() -> new PolicyRefused(result.problems())));
    }

    /** Stands on every decision. Key order, white space, comments and files make no difference to it. */
    public PolicyHash hash() {
        return book.hash();
    }

    /** The canonical form (RFC 8785) of which the hash is taken: what two people sign when they publish. */
    public byte[] canonical() {
        return book.canonical();
    }

    /** Every rule, for people to read. */
    public List<RuleText> rules() {
        return book.rules().stream().map(RuleText::of).toList();
    }

    /** The agencies that have an agreement of their own, which holds for their items only. */
    public Set<AgencyId> agencies() {
        return book.agencies();
    }

    /** Every rule with its box, for tools that explain and compare policies. */
    public RuleBook book() {
        return book;
    }

    /** What the hub decides with. */
    CompiledPolicy compiled() {
        return compiled;
    }
}
