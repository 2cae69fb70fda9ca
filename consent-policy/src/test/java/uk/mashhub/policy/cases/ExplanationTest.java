package uk.mashhub.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;

/** {@code mash policy explain}: each gate, the rules that spoke, what each took away, and the end. */
class ExplanationTest {
    private final SharingPolicy policy = shipped();
    private final List<PolicyCase> cases = CaseFolder.read(
                    List.of(CaseFolderTest.root().resolve("config/cases")),
                    policy.book().windows())
            .cases();

    @Test
    void tellsWhatEachRuleTookAway() {
        String text = explain("11");
        assertThat(text)
                .contains("Reader: housing-officers (CASE_WORKER, HOUSING, INSIDE), the packet of father")
                .contains("PERPETRATOR_SIDE")
                .containsSubsequence(
                        "Item 'bail'",
                        "QUARANTINE: no rule speaks",
                        "SAF-01  The perpetrator's side gets no place at all",
                        "reason: Not needed by this team.",
                        "law: Information sharing advice (DfE, May 2024), golden rule 5",
                        "takes it down from SHOW to REDACT; takes out ADDRESS",
                        "MATRIX/conviction/perpetrator",
                        "takes nothing more",
                        "=> REDACT; without ADDRESS");
    }

    @Test
    void tellsWhereOnlyTheOwnersWordingIsMissing() {
        assertThat(explain("22 minutes"))
                .containsSubsequence(
                        "takes it down from SHOW to SUMMARISE",
                        "the owner has written none for this reader",
                        "=> WITHHOLD; review by OWNER");
    }

    @Test
    void tellsWhichRuleAnsweredAnotherQuestion() {
        assertThat(explain("27"))
                .containsSubsequence("MAY_ASK", "ASK-05", "says REFUSE", "law: ", "=> REFUSE: \"Below section 47");
    }

    /** What is told gate by gate adds up to what the engine decides, in every shipped case. */
    @Test
    void endsWhereTheEngineEnds() {
        for (PolicyCase c : cases) {
            if (c.request() instanceof Request.Read read) {
                var view = new Decided(policy).view(c, read);
                for (String word : c.items().keySet()) {
                    var decision = Decided.of(view, c, word);
                    Verdict told = policy.book().rules().stream()
                            .filter(r -> Explanation.speaks(r, decision, c))
                            .map(r -> r.verdict())
                            .reduce(Verdict.OPEN, Verdict::and);
                    if (!decision.ruleIds().contains("HOUSE/wording")) {
                        assertThat(told).as("%s %s", c, word).isEqualTo(decision.verdict());
                    }
                }
            }
        }
    }

    private String explain(String id) {
        PolicyCase asked =
                cases.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
        return String.join("\n", Explanation.of(policy, asked));
    }

    private static SharingPolicy shipped() {
        try {
            return SharingPolicy.load(
                    Path.of("").toAbsolutePath().resolve(CaseFolderTest.root()).resolve("config/agreements"));
        } catch (PolicyRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
