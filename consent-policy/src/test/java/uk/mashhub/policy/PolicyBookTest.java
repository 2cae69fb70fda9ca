package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.Invariant;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.Wording;
import uk.mashhub.policy.print.PolicyBook;

/** The printed book says all of the policy, and says it as text. */
class PolicyBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final AgreementFolder.Result READ = AgreementFolder.read(Policies.AGREEMENTS);
    private static String shipped = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void print() {
        PolicyBook.Printed printed = PolicyBook.of(Policies.AGREEMENTS, DAY);
        assertThat(printed.holds()).isTrue();
        shipped = printed.html().orElseThrow();
    }

    @Test
    void holdsEveryRuleAndEveryCell() {
        assertThat(READ.book().orElseThrow().rules())
                .extracting(Rule::id)
                .allSatisfy(id -> assertThat(shipped).contains("<code>" + id + "</code>"));
    }

    @Test
    void holdsEveryInvariantWithTheDayOfItsProof() {
        assertThat(READ.invariants())
                .extracting(Invariant::id)
                .allSatisfy(id -> assertThat(after("id=\"invariant-" + id + "\""))
                        .contains("<code>" + id + "</code>")
                        .contains("Proved on 21 November 2026"));
    }

    @Test
    void holdsEveryExampleAndEveryFile() {
        Wording wording = READ.wording();
        assertThat(wording.examples()).hasSizeGreaterThan(50);
        wording.examples()
                .values()
                .forEach(these -> assertThat(these)
                        .extracting(Wording.Example::words)
                        .allSatisfy(words -> assertThat(shipped).contains(escaped(words))));
        assertThat(wording.information())
                .allSatisfy(row -> assertThat(row.examples())
                        .isNotEmpty()
                        .allSatisfy(e -> assertThat(shipped).contains(escaped(e.words()))));
        assertThat(wording.titles()).containsKeys("matrix.yaml", "agencies/exampleshire-police.yaml");
        wording.titles().forEach((file, title) -> assertThat(shipped).contains(file, escaped(title)));
    }

    @Test
    void saysOfARuleWhatAReaderOfItWantsToKnow() {
        assertThat(after("id=\"rule-SAF-02\""))
                .contains("The perpetrator&#39;s side gets no free text")
                .contains("Owner&#39;s wording only")
                .contains("<dd>The reader is on the perpetrator&#39;s side</dd>")
                .contains("and it has free text or a file")
                .contains("<dd>Not needed by this team.</dd>")
                .contains("golden rule 5")
                .contains("1 April 2027")
                .contains("An item of typed fields only")
                .contains("A police narrative that may name the refuge")
                .doesNotContain("citation not verified");
    }

    @Test
    void neverSaysThatARuleBesideTheMatrixShows() {
        assertThat(after("id=\"rule-COU-03\""))
                .contains("Takes nothing away; with it goes: no onward sharing")
                .doesNotContain("Shown;");
    }

    @Test
    void showsNoReasonOfWhatIsSilent() {
        Rule silent = READ.book().orElseThrow().rules().stream()
                .filter(r -> r.id().equals("SIL-01"))
                .findFirst()
                .orElseThrow();
        assertThat(after("id=\"rule-SIL-01\""))
                .contains("SILENT: no reason is shown")
                .doesNotContain("<dd>" + escaped(silent.reason()) + "</dd>");
    }

    @Test
    void marksLawThatNobodyHasVerified() {
        assertThat(after("id=\"rule-POL-03\""))
                .contains("in force from 25 May 2018")
                .contains("citation not verified");
    }

    @Test
    void marksWhatIsOverdueOrNotInForceOnItsDay() {
        String later = PolicyBook.of(Policies.AGREEMENTS, LocalDate.of(2027, 4, 2))
                .html()
                .orElseThrow();
        assertThat(later).contains(">overdue</strong>", "To look at");
        assertThat(shipped).doesNotContain(">overdue</strong>");
        String earlier = PolicyBook.of(Policies.AGREEMENTS, LocalDate.of(2018, 5, 24))
                .html()
                .orElseThrow();
        assertThat(earlier).contains("not in force on 24 May 2018");
    }

    @Test
    void givesEachPartOfACellItsConditionAndItsWords() {
        assertThat(shipped)
                .containsPattern("If sector is (health or police|police or health):</span>\\s*Shown</div>")
                .contains("Otherwise:</span>")
                .doesNotContainPattern("No sign</div>\\s*<div[^>]*><span class=\"if\">Otherwise:</span>\\s*No sign<")
                .contains("Held back; to be looked at by: owner");
    }

    @Test
    void isTheSameForOnePolicyAndDay() {
        assertThat(PolicyBook.of(Policies.AGREEMENTS, DAY).html()).contains(shipped);
    }

    @Test
    void needsNothingElseAndRunsNothing() {
        assertThat(shipped)
                .doesNotContainIgnoringCase("<script")
                .doesNotContain(" src=", "http:", "https:", "url(", "@import");
        assertThat(Pattern.compile("href=\"(?!#)").matcher(shipped).find()).isFalse();
        List<String> targets = Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(shipped)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(targets).isNotEmpty().allSatisfy(t -> assertThat(shipped).contains("id=\"" + t + "\""));
    }

    @Test
    void printsHostileWordsAsText() throws PolicyRefused {
        String hostile = "\"<script>alert(1)</script><img src=x onerror='y'> & \\u202Eback\"";
        Draft draft = new Draft(folder)
                .change(
                        "safety.yaml",
                        "title: \"The perpetrator's side gets no free text, whether somebody hides or not\"",
                        "title: " + hostile)
                .change("safety.yaml", "say: A police narrative that may name the refuge", "say: " + hostile)
                .change("safety.yaml", "reason: Not needed by this team.", "reason: " + hostile)
                .change("safety.yaml", "owner: Exampleshire Safeguarding Children Partnership", "owner: " + hostile)
                .change("safety.yaml", "title: Safe addresses and the people kept at them", "title: " + hostile)
                .change("matrix.yaml", "title: the agency that holds it", "title: " + hostile)
                .change("matrix.yaml", "title: Identity", "title: " + hostile)
                .change("matrix.yaml", "cite: \"Children Act 1989 s47\"", "cite: " + hostile)
                .change(
                        "agencies/exampleshire-police.yaml",
                        "title: What Exampleshire Police asks of whoever reads its items",
                        "title: " + hostile)
                .change(
                        "invariants.yaml",
                        "title: \"The perpetrator's side never gets a place, nor text that may hold one, whether somebody hides or not\"",
                        "title: " + hostile);
        draft.load();
        String book = PolicyBook.of(folder, DAY).html().orElseThrow();
        assertThat(book).doesNotContain("<script", "<img", "\u202E");
        String safe = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;y&#39;&gt; &amp; [U+202E]back";
        assertThat(book.split(Pattern.quote(safe), -1)).hasSizeGreaterThan(10);
    }

    @Test
    void printsACounterExampleAsOne() throws PolicyRefused {
        new Draft(folder)
                .put(
                        "special-classes.yaml",
                        new Draft(folder)
                                .text("special-classes.yaml")
                                .replace(
                                        "{STATUTE_GENDER_RECOGNITION: yes}",
                                        "{STATUTE_GENDER_RECOGNITION: yes, CONFIDENTIAL: no}"))
                .load();
        PolicyBook.Printed printed = PolicyBook.of(folder, DAY);
        assertThat(printed.holds()).isFalse();
        assertThat(printed.html().orElseThrow())
                .contains("NOT TRUE on 21 November 2026: a counter-example was found")
                .contains("CONFIDENTIAL = yes, STATUTE_GENDER_RECOGNITION = yes");
    }

    @Test
    void printsNothingOfAgreementsThatDoNotLoad() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "kind: agreement\n");
        PolicyBook.Printed printed = PolicyBook.of(folder, DAY);
        assertThat(printed.html()).isEmpty();
        assertThat(printed.problems()).isNotEmpty();
        assertThat(printed.holds()).isFalse();
    }

    /** The article that begins there. */
    private static String after(String id) {
        int at = shipped.indexOf(id);
        assertThat(at).as(id).isPositive();
        return shipped.substring(at, shipped.indexOf("</article>", at));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
