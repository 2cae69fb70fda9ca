package uk.mashhub.policy.proof;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.policy.agreement.Problem;
import uk.mashhub.policy.agreement.Question;

/**
 * What came of checking a policy.
 *
 * @param hash of the policy; empty where it could not be read
 * @param problems why it could not be read
 * @param warnings law that is not in force on the day, and reviews that are overdue; no warning makes a policy wrong
 * @param proofs one for each invariant, in the order of its file
 */
public record CheckReport(
        Optional<PolicyHash> hash,
        List<Problem> problems,
        List<Problem> warnings,
        List<Asked> asked,
        List<Fault> faults,
        List<Proof> proofs) {

    /** One question: how many situations there are, and how many rules speak to it. */
    public record Asked(Question question, BigInteger situations, int rules) {
        public Asked {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(situations, "situations");
        }
    }

    public CheckReport {
        Objects.requireNonNull(hash, "hash");
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        asked = List.copyOf(asked);
        faults = List.copyOf(faults);
        proofs = List.copyOf(proofs);
    }

    static CheckReport unread(List<Problem> problems) {
        return new CheckReport(Optional.empty(), problems, List.of(), List.of(), List.of(), List.of());
    }

    CheckReport warned(List<Problem> more) {
        return new CheckReport(hash, problems, more, asked, faults, proofs);
    }

    /** Whether the policy was read, nothing is wrong with its rules, and every invariant is proved. */
    public boolean holds() {
        return hash.isPresent()
                && problems.isEmpty()
                && faults.isEmpty()
                && proofs.stream().allMatch(Proof::holds);
    }
}
