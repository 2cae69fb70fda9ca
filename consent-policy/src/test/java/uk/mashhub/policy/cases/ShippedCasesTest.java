package uk.mashhub.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;

/** The cases of the domain notes, section 6, as they stand in config/cases, put to the shipped policy. */
class ShippedCasesTest {
    private static final Path ROOT = root();

    @Test
    void comeOutAsExpected() throws PolicyRefused {
        SharingPolicy policy = SharingPolicy.load(ROOT.resolve("config/agreements"));
        CaseFolder.Result read = CaseFolder.read(
                List.of(ROOT.resolve("config/cases")), policy.book().windows());
        assertThat(read.problems()).isEmpty();
        CaseTrial trial = new CaseTrial(policy);
        List<CaseResult> results = read.cases().stream().map(trial::of).toList();
        assertThat(results).as(() -> String.join("\n", CaseText.of(results))).allMatch(CaseResult::holds);
    }

    /** Every case of the notes has its number in a case's id. */
    @Test
    void coverEveryCaseOfTheDomainNotes() throws PolicyRefused {
        SharingPolicy policy = SharingPolicy.load(ROOT.resolve("config/agreements"));
        List<String> ids =
                CaseFolder.read(
                                List.of(ROOT.resolve("config/cases")),
                                policy.book().windows())
                        .cases()
                        .stream()
                        .map(c -> c.id().split(" ", 2)[0])
                        .distinct()
                        .toList();
        assertThat(ids)
                .containsAll(Stream.of(
                                1, 2, 3, 6, 7, 8, 10, 11, 13, 14, 15, 17, 19, 22, 23, 25, 26, 27, 28, 31, 32, 34, 36,
                                40)
                        .map(Object::toString)
                        .toList());
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/cases"))) {
            here = here.getParent();
        }
        return here;
    }
}
