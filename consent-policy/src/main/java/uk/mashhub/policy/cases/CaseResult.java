package uk.mashhub.policy.cases;

import java.util.List;

/**
 * What came of one case.
 *
 * @param differences what came out otherwise than expected; empty where all is as expected
 */
public record CaseResult(PolicyCase about, List<Difference> differences) {

    /**
     * Something that came out otherwise.
     *
     * @param line of what was expected
     * @param of which item or question
     * @param rules that spoke
     */
    public record Difference(int line, String of, String expected, String decided, List<String> rules) {
        public Difference {
            rules = List.copyOf(rules);
        }
    }

    public CaseResult {
        differences = List.copyOf(differences);
    }

    /** Whether everything came out as expected. */
    public boolean holds() {
        return differences.isEmpty();
    }
}
