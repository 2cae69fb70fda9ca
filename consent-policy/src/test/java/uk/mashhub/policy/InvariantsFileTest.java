package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.policy.agreement.Problem;

/** A word in an invariant that nobody understands proves nothing, so the file refuses to load. */
class InvariantsFileTest {
    private static final String FIRST = """
            kind: invariants
            id: small
            title: A statement
            invariants:
              - id: INV-01
                title: Nobody ever sees what was recalled
                law: [{cite: An Act}]
                owner: A partnership
                review: 2027-04-01
                statement:
                  question: MAY_SEE
                  when: {RECALLED: yes}
                  always: {outcome: SILENT}
            """;

    @TempDir
    Path directory;

    private Draft draft;

    @BeforeEach
    void writesOneStatement() {
        draft = new Draft(directory).put("invariants.yaml", FIRST);
    }

    @Test
    void isNoPartOfThePolicyItself() throws PolicyRefused {
        assertThat(draft.load().hash()).isEqualTo(Policies.SHIPPED.hash());
        assertThat(draft.drop("invariants.yaml").load().hash()).isEqualTo(Policies.SHIPPED.hash());
    }

    @Test
    void suggestsTheNearestWordWithFileAndLine() {
        assertThat(problem("RECALLED: yes", "RECALED: yes"))
                .hasToString("invariants.yaml:12: unknown attribute 'RECALED'. Did you mean 'RECALLED'?");
        assertThat(problem("RECALLED: yes", "RECALLED: yess").suggestion()).isEqualTo("yes");
        assertThat(problem("outcome: SILENT", "outcome: SILNT"))
                .hasToString("invariants.yaml:13: unknown outcome 'SILNT'. Did you mean 'SILENT'?");
        assertThat(problem("question: MAY_SEE", "question: MAY_SE").suggestion())
                .isEqualTo("MAY_SEE");
        assertThat(problem("always:", "alway:").suggestion()).isEqualTo("always");
        assertThat(problem("    owner:", "    owned:").suggestion()).isEqualTo("owner");
        assertThat(problem("{outcome: SILENT}", "{review: OWNR}").suggestion()).isEqualTo("OWNER");
    }

    @Test
    void refusesAStatementThatClaimsNothingOrWhatItsQuestionCannotSay() {
        assertThat(problem("      always: {outcome: SILENT}\n", "").what()).isEqualTo("'never' or 'always' is missing");
        assertThat(problem("{outcome: SILENT}", "{outcome: []}").what()).isEqualTo("at least one outcome is wanted");
        assertThat(problem("{outcome: SILENT}", "{answer: REFUSE}").what()).isEqualTo("unknown key 'answer'");
        assertThat(problem("question: MAY_SEE", "question: MAY_ASK").what()).isEqualTo("unknown attribute 'RECALLED'");
    }

    @Test
    void refusesAnIdThatIsThereAlready() {
        String again = FIRST + FIRST.substring(FIRST.indexOf("  - id:"));
        assertThat(draft.put("invariants.yaml", again).problem().what())
                .isEqualTo("invariant 'INV-01' is there already");
    }

    private Problem problem(String from, String to) {
        return draft.put("invariants.yaml", FIRST)
                .change("invariants.yaml", from, to)
                .problem();
    }
}
