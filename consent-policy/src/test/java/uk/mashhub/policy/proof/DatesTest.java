package uk.mashhub.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.Problem;

/** Law has first and last days, and rules are looked at again: the check says where that has passed. */
class DatesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final String ACT = "{cite: Sexual Offences Act 2003 s5-8, from: 2004-05-01, verify: true}";

    @TempDir
    Path directory;

    @BeforeEach
    void copiesWhatIsShipped() throws IOException {
        try (Stream<Path> files = Files.list(EncodingTest.agreements())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(directory.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(directory.resolve(file), text.replace(from, to));
    }

    private List<Problem> warnings(LocalDate day) {
        return AgreementFolder.read(directory).dated().stream()
                .flatMap(d -> d.on(day).stream())
                .toList();
    }

    private int line(String words) throws IOException {
        return Files.readAllLines(directory.resolve("duties.yaml")).stream()
                        .map(l -> l.contains(words))
                        .toList()
                        .indexOf(true)
                + 1;
    }

    @Test
    void warnsOfNothingAsShipped() {
        assertThat(warnings(DAY)).isEmpty();
    }

    @Test
    void warnsOfALawThatIsNotInForceYet() throws IOException {
        change("duties.yaml", ACT, "{cite: An Act to come, from: 2026-07-02}");
        assertThat(warnings(DAY))
                .extracting(Problem::toString)
                .containsExactly("duties.yaml:" + line("An Act to come")
                        + ": 'An Act to come' is not in force yet: 2026-07-02 is its first day");
        assertThat(warnings(LocalDate.of(2026, 7, 2))).isEmpty();
    }

    @Test
    void warnsOfALawThatIsNoLongerInForce() throws IOException {
        change("duties.yaml", ACT, "{cite: An old Act, from: 1990-01-01, until: 2026-06-30}");
        assertThat(warnings(DAY))
                .extracting(Problem::toString)
                .containsExactly("duties.yaml:" + line("An old Act")
                        + ": 'An old Act' is no longer in force: 2026-06-30 was the last day");
        assertThat(warnings(LocalDate.of(2026, 6, 30))).isEmpty();
    }

    @Test
    void warnsOfReviewsThatAreOverdueInRulesMatrixWindowsAndInvariants() {
        assertThat(warnings(LocalDate.of(2027, 4, 1))).isEmpty();
        assertThat(warnings(LocalDate.of(2027, 4, 2)))
                .allSatisfy(w -> assertThat(w.what()).isEqualTo("its review is overdue: 2027-04-01 was the last day"))
                .allSatisfy(w -> assertThat(w.line()).isPositive())
                .extracting(Problem::file)
                .contains("duties.yaml", "matrix.yaml", "windows.yaml", "invariants.yaml");
    }

    @Test
    void saysSoWithoutFailingThePolicy() {
        CheckReport report = PolicyCheck.of(directory, LocalDate.of(2027, 4, 2));
        assertThat(report.warnings()).isNotEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(ReportText.of(report)).anyMatch(l -> l.contains("duties.yaml:") && l.contains("overdue"));
    }

    @Test
    void refusesALawThatEndsBeforeItBegins() throws IOException {
        change("duties.yaml", ACT, "{cite: An odd Act, from: 2026-07-02, until: 2026-07-01}");
        assertThat(AgreementFolder.read(directory).problems())
                .extracting(Problem::toString)
                .containsExactly("duties.yaml:" + line("An odd Act") + ": this law ends before it begins");
    }
}
