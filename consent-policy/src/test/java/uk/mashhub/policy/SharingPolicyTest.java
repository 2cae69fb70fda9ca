package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.policy.agreement.Problem;

class SharingPolicyTest {
    @TempDir
    Path directory;

    private Draft draft;

    @BeforeEach
    void copiesWhatIsShipped() {
        draft = new Draft(directory);
    }

    @Test
    void loadsWhatIsShippedWithALawAndAReviewDateOnEveryRule() {
        assertThat(Policies.SHIPPED.rules()).hasSizeGreaterThan(150).allSatisfy(r -> {
            assertThat(r.law()).isNotBlank();
            assertThat(r.reviewOn()).isAfter(java.time.LocalDate.of(2026, 1, 1));
            assertThat(r.title()).isNotBlank();
        });
    }

    @Test
    void keepsItsHashWhenOnlyTheWritingChanges() throws PolicyRefused {
        Draft other = draft.all(t -> "# another comment\n\n" + t.replace("[S47, STRATEGY,", "[STRATEGY,   S47,"))
                .put("renamed.yaml", draft.text("safety.yaml"))
                .drop("safety.yaml");
        assertThat(other.load().hash()).isEqualTo(Policies.SHIPPED.hash());
    }

    @Test
    void keepsItsHashWhenRulesAndKeysStandInAnotherOrder() throws PolicyRefused {
        String text = draft.text("duties.yaml");
        int rules = text.indexOf("  - id:");
        List<String> blocks = Arrays.stream(text.substring(rules).split("(?m)^(?=  - id:)"))
                .map(SharingPolicyTest::ownerFirst)
                .collect(Collectors.toList());
        Collections.reverse(blocks);
        draft.put("duties.yaml", text.substring(0, rules) + String.join("", blocks));
        assertThat(draft.load().hash()).isEqualTo(Policies.SHIPPED.hash());
    }

    private static String ownerFirst(String block) {
        String owner = "    owner: Exampleshire Safeguarding Children Partnership\n";
        String id = block.substring(0, block.indexOf('\n') + 1);
        return id + owner + block.substring(id.length()).replace(owner, "");
    }

    @Test
    void changesItsHashWithEveryRule() throws PolicyRefused {
        draft.change("windows.yaml", "HOUSING: P3Y", "HOUSING: P4Y");
        assertThat(draft.load().hash()).isNotEqualTo(Policies.SHIPPED.hash());
    }

    @Test
    void suggestsTheNearestWordForAMistypedAttributeValueKeyAndOutcome() {
        assertThat(draft.change("safety.yaml", "when: {PERPETRATOR_SIDE", "when: {PERPETRATOR_SIED")
                        .problem())
                .satisfies(p -> assertThat(p.suggestion()).isEqualTo("PERPETRATOR_SIDE"))
                .satisfies(p -> assertThat(p.file()).isEqualTo("safety.yaml"))
                .satisfies(p -> assertThat(p.line()).isEqualTo(19));
        assertThat(new Draft(directory)
                        .change("enquiries.yaml", "sector: LOCAL_AUTHORITY}", "sector: LOCAL_AUTORITY}")
                        .problem()
                        .suggestion())
                .isEqualTo("LOCAL_AUTHORITY");
        assertThat(new Draft(directory)
                        .change("safety.yaml", "    reason:", "    raeson:")
                        .problem()
                        .suggestion())
                .isEqualTo("reason");
        assertThat(new Draft(directory)
                        .change("safety.yaml", "then: SUMMARISE", "then: SUMMARIZE")
                        .problem()
                        .suggestion())
                .isEqualTo("SUMMARISE");
    }

    @Test
    void refusesAnAttributeThatTheQuestionCannotRead() {
        assertThat(draft.change("enquiries.yaml", "when: {OPEN_CASE: yes", "when: {HELD: yes")
                        .problem()
                        .what())
                .isEqualTo("unknown attribute 'HELD'");
    }

    @Test
    void refusesAMissingRowACellMissingAndAMissingWindow() {
        String matrix = draft.text("matrix.yaml");
        int row = matrix.indexOf("  - id: education");
        String without = matrix.substring(0, row) + matrix.substring(matrix.indexOf("  - id: child-health"));
        assertThat(draft.put("matrix.yaml", without).problem().what())
                .startsWith("no cell matches, for example")
                .contains("dataClass=[EDUCATION]");
        assertThat(new Draft(directory)
                        .change("matrix.yaml", "      s17: SHOW\n", "")
                        .problem()
                        .what())
                .contains("says nothing for column 's17'");
        assertThat(new Draft(directory)
                        .change("windows.yaml", "  HOUSING: P3Y\n", "")
                        .problem()
                        .what())
                .contains("HOUSING");
    }

    @Test
    void refusesTwoCellsForOneSituation() {
        draft.change("matrix.yaml", "when: {dataClass: EDUCATION}", "when: {dataClass: [EDUCATION, HOUSING]}");
        assertThatThrownBy(draft::load).isInstanceOf(PolicyRefused.class).hasMessageContaining("both match");
    }

    @Test
    void refusesADefaultThatGivesSomething() {
        Problem problem = draft.change("matrix.yaml", "    default: SILENT", "    default: SHOW")
                .problemContaining("a default may only");
        assertThat(problem.line()).isPositive();
    }

    @Test
    void refusesRulesWithoutExamplesOrWithExamplesThatDoNotHold() {
        assertThat(draft.change("statutes.yaml", "      permits:", "      refuses2:")
                        .problem()
                        .what())
                .contains("refuses2");
        assertThat(new Draft(directory)
                        .change(
                                "statutes.yaml",
                                "facts: {STATUTE_FAMILY_COURT: yes, READER_OWNS_ITEM: yes}",
                                "facts: {STATUTE_FAMILY_COURT: yes, READER_OWNS_ITEM: no}")
                        .problem()
                        .what())
                .isEqualTo("the rule applies to an example that it permits");
    }

    @Test
    void refusesAPolicyFromWhichAGuardIsGone() {
        draft.drop("safety.yaml");
        assertThatThrownBy(draft::load)
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("no rule stands in gate SAFETY")
                .hasMessageContaining("'SUBJECT_SAFE_ADDRESSED'");
    }

    @Test
    void refusesARestrictionThatStartsSomeDayAndADutyThatGives() {
        assertThat(draft.change("safety.yaml", "    then: SUMMARISE", "    starts: 2030-01-01\n    then: SUMMARISE")
                        .problem()
                        .what())
                .isEqualTo("only a duty may start on a day");
        assertThat(new Draft(directory)
                        .change(
                                "duties.yaml",
                                "then: {outcome: SHOW, review: [HEALTH_LEAD",
                                "then: {outcome: WITHHOLD, review: [HEALTH_LEAD")
                        .problem()
                        .what())
                .contains("a duty adds a reviewer");
    }

    @Test
    void refusesWhatIsNotPlainYaml() {
        assertThat(draft.put("x.yaml", "kind: [agreement").problem().what()).startsWith("not YAML");
        assertThat(new Draft(directory).put("x.yaml", "").problem().what()).isEqualTo("the file is empty");
        assertThat(new Draft(directory)
                        .put("x.yaml", "kind: agreement\nkind: agreement\n")
                        .problem()
                        .what())
                .contains("twice");
        assertThat(new Draft(directory)
                        .put("x.yaml", "kind: agreement\na: &x [1]\nb: *x\n")
                        .problem()
                        .what())
                .contains("anchors");
        assertThat(new Draft(directory)
                        .put("x.yaml", "kind: agreemnt\n")
                        .problem()
                        .suggestion())
                .isEqualTo("agreement");
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        assertThatThrownBy(() -> SharingPolicy.load(directory.resolve("nowhere")))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("cannot be read");
    }
}
