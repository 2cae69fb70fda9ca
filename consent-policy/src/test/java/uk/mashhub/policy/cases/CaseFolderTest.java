package uk.mashhub.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;

/** What an author is told of a case that is not as expected, or not understood. */
class CaseFolderTest {
    private static final String CASE = """
            kind: cases
            title: One
            cases:
              - id: "1"
                title: A bruise
                why: Section 47
                purpose: S47
                family: ordinary
                items:
                  - {id: bruise, class: CHILD_HEALTH, heldBy: exampleshire-health, about: {child: INDEX_CHILD}, day: 2026-11-01, holds: {OUTCOME: Bruise}}
                read: {team: council-decision, packetOf: child}
                expect:
                  items:
                    bruise: {outcome: SHOW, reason: "The child's health: needed to decide whether the child is suffering or likely to suffer significant harm."}
            """;

    @TempDir
    Path folder;

    private SharingPolicy policy = shipped();

    @BeforeEach
    void setting() throws IOException {
        Files.copy(root().resolve("config/cases/setting.yaml"), folder.resolve("setting.yaml"));
    }

    @Test
    void saysThatACaseHolds() throws IOException {
        assertThat(run(CASE))
                .containsExactly("as expected  one.yaml 1  A bruise", "1 of 1 cases come out as expected.");
    }

    @Test
    void saysWhereWhatWasExpectedAndWhatWasDecided() throws IOException {
        assertThat(run(CASE.replace("outcome: SHOW", "outcome: SUMMARISE, review: OWNER")))
                .contains(
                        "DIFFERENT    one.yaml 1  A bruise",
                        "    one.yaml:14: bruise",
                        "      expected  SUMMARISE, review by OWNER: \"The child's health: needed to decide whether the"
                                + " child is suffering or likely to suffer significant harm.\"",
                        "      decided   SHOW: \"The child's health: needed to decide whether the child is suffering or"
                                + " likely to suffer significant harm.\"",
                        "      rules     MATRIX/child-health/s47-la",
                        "0 of 1 cases come out as expected.");
    }

    @Test
    void findsAnotherReasonADifference() throws IOException {
        assertThat(run(CASE.replace("needed to decide", "wanted to decide"))).anyMatch(l -> l.startsWith("DIFFERENT"));
    }

    @Test
    void readsTheViewItself() throws IOException {
        String both = CASE + "      says: [Fracture]\n      neverSays: [Bruise]\n";
        assertThat(run(both)).contains("      expected  says 'Fracture'", "      expected  never says 'Bruise'");
    }

    @Test
    void suggestsAWordForEveryTermThatItDoesNotKnow() throws IOException {
        assertThat(problem("CHILD_HEALTH", "CHILD_HELTH"))
                .isEqualTo("one.yaml:10: unknown data class 'CHILD_HELTH'. Did you mean 'CHILD_HEALTH'?");
        assertThat(problem("team: council-decision", "team: council-decison"))
                .isEqualTo("one.yaml:11: unknown team 'council-decison'. Did you mean 'council-decision'?");
        assertThat(problem("about: {child:", "about: {chid:"))
                .isEqualTo("one.yaml:10: unknown person 'chid'. Did you mean 'child'?");
        assertThat(problem("heldBy: exampleshire-health", "heldBy: exampleshire-helth"))
                .isEqualTo("one.yaml:10: unknown agency 'exampleshire-helth'. Did you mean 'exampleshire-health'?");
        assertThat(problem("holds: {OUTCOME", "holds: {OUTCOM"))
                .isEqualTo("one.yaml:10: unknown kind of field 'OUTCOM'. Did you mean 'OUTCOME'?");
        assertThat(problem("purpose: S47", "purpose: S4"))
                .isEqualTo("one.yaml:7: unknown purpose 'S4'. Did you mean 'S47'?");
        assertThat(problem("family: ordinary", "family: ordinry"))
                .isEqualTo("one.yaml:8: unknown family 'ordinry'. Did you mean 'ordinary'?");
        assertThat(problem("outcome: SHOW", "outcome: SHOWN"))
                .isEqualTo("one.yaml:14: unknown outcome 'SHOWN'. Did you mean 'SHOW'?");
        assertThat(problem("packetOf", "packetFor"))
                .isEqualTo("one.yaml:11: unknown key 'packetFor'. Did you mean 'packetOf'?");
        assertThat(problem("        bruise:", "        bruises:"))
                .isEqualTo("one.yaml:14: unknown item 'bruises'. Did you mean 'bruise'?");
    }

    @Test
    void refusesACaseThatLeavesOutWhatItMustSay() throws IOException {
        assertThat(problem("outcome: SHOW", "outcome: REDACT"))
                .isEqualTo("one.yaml:14: REDACT needs 'hides': the kinds of its fields that are taken out");
        assertThat(problem("read: {team: council-decision, packetOf: child}", "stage: READY"))
                .isEqualTo("one.yaml:4: exactly one of 'read', 'ask', 'open' and 'send' is wanted");
        assertThat(problem("day: 2026-11-01", "day: yesterday"))
                .isEqualTo("one.yaml:10: a day such as 2026-11-20 is wanted");
        assertThat(
                        problem(
                                "      - {id: bruise",
                                "      - {id: other, class: LOCATION, heldBy: exampleshire-police, about: {child: INDEX_CHILD}, day: unknown}\n      - {id: bruise"))
                .isEqualTo("one.yaml:14: what is expected of item 'other' is missing");
    }

    @Test
    void wantsTheSettingBesideTheCases() throws IOException {
        Files.delete(folder.resolve("setting.yaml"));
        assertThat(problem("S47", "S47")).startsWith("setting.yaml:0: the file cannot be read");
    }

    @Test
    void refusesAFolderWithoutCases() throws IOException {
        CaseFolder.Result read = CaseFolder.read(List.of(folder), policy.book().windows());
        assertThat(read.problems()).hasSize(1).first().asString().contains("no case stands in this folder");
    }

    private List<String> run(String text) throws IOException {
        CaseFolder.Result read = read(text);
        assertThat(read.problems()).isEmpty();
        CaseTrial trial = new CaseTrial(policy);
        return CaseText.of(read.cases().stream().map(trial::of).toList());
    }

    private String problem(String from, String to) throws IOException {
        assertThat(CASE).contains(from);
        CaseFolder.Result read = read(CASE.replace(from, to));
        assertThat(read.problems()).hasSize(1);
        return read.problems().get(0).toString();
    }

    private CaseFolder.Result read(String text) throws IOException {
        Files.writeString(folder.resolve("one.yaml"), text);
        return CaseFolder.read(List.of(folder), policy.book().windows());
    }

    private static SharingPolicy shipped() {
        try {
            return SharingPolicy.load(root().resolve("config/agreements"));
        } catch (PolicyRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/cases"))) {
            here = here.getParent();
        }
        return here;
    }
}
