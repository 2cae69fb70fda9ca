package uk.mashhub.policy;

import java.util.List;
import java.util.stream.Collectors;
import uk.mashhub.policy.agreement.Problem;

/** The agreements do not load. Whatever policy was running stays: never half of a new one. */
public final class PolicyRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    PolicyRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, by file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
