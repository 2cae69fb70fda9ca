package uk.mashhub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.RuleBook;

/** Cedar and jCasbin, given the shipped rules as permissions and prohibitions, answer as the compiled policy decides. */
class ComparisonTest {
    private static final RuleBook SHIPPED = AgreementFolder.read(agreements())
            .book()
            .orElseThrow(() -> new AssertionError("the shipped policy does not load"));

    private static Path agreements() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/agreements"))) {
            here = here.getParent();
        }
        return here.resolve("config/agreements");
    }

    @BeforeAll
    static void needsCedar() {
        Optional<String> missing = CedarPeer.missing();
        missing.ifPresent(
                why -> System.err.println("SKIPPED: comparison with Cedar, whose library does not load: " + why));
        assumeTrue(missing.isEmpty());
    }

    @Test
    void findsNoDifferenceToCedarOrJcasbin() {
        var report = new Comparison(SHIPPED, Sentence.of(SHIPPED, Shipped.TODAY)).of(Situations.known(SHIPPED, 1, 200));
        assertThat(report.get("differences")).isEqualTo(List.of());
        assertThat((int) report.get("given")).isBetween(20, 180);
    }

    @Test
    void findsASentenceThatIsMissing() {
        List<Sentence> all = Sentence.of(SHIPPED, Shipped.TODAY);
        List<Sentence> permissions = all.stream().filter(Sentence::permits).toList();
        var report = new Comparison(SHIPPED, permissions).of(Situations.known(SHIPPED, 1, 200));
        assertThat((List<?>) report.get("differences")).isNotEmpty();
    }
}
