package uk.mashhub.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy that is shipped is proved whenever it is built. */
class ShippedPolicyTest {
    @Test
    void holdsToEveryInvariantAndHasNoIdleRule() {
        CheckReport report = PolicyCheck.of(EncodingTest.agreements(), LocalDate.of(2026, 7, 1));
        assertThat(report.holds())
                .as(() -> String.join(System.lineSeparator(), ReportText.of(report)))
                .isTrue();
        assertThat(report.proofs()).hasSizeGreaterThan(25);
    }

    @Test
    void isNotProvedWithoutInvariantsNorWithoutAPolicy(@TempDir Path nothing) {
        CheckReport report = PolicyCheck.of(nothing, LocalDate.EPOCH);
        assertThat(report.holds()).isFalse();
        assertThat(ReportText.of(report)).first().isEqualTo("The policy cannot be read:");
    }
}
