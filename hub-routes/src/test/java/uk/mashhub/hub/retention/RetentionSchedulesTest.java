package uk.mashhub.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.model.enquiry.ThresholdOutcome;

class RetentionSchedulesTest {
    private static final Path FILE = Path.of("../config/retention.yaml");

    @TempDir
    private Path dir;

    @Test
    void givesAnEnquiryTheScheduleOfItsGravestOutcome() {
        RetentionSchedules schedules = RetentionSchedules.load(FILE);

        assertThat(schedules.of(List.of(ThresholdOutcome.NO_FURTHER_ACTION)).id())
                .isEqualTo("no-further-action");
        assertThat(schedules
                        .of(List.of(ThresholdOutcome.NO_FURTHER_ACTION, ThresholdOutcome.STRATEGY_DISCUSSION))
                        .id())
                .isEqualTo("child-protection");
        assertThat(schedules.of(List.of()).id()).as("nothing recorded").isEqualTo("child-protection");
    }

    @Test
    void namesTheLineOfWhatIsNotAsItShouldBe() throws IOException {
        refuses("    years: 6", "    years: 0", "child-protection: years are from 1 to 150");
        refuses("    years: 6", "    yeras: 6", "line", "years");
        refuses("    years: 6\n", "", "years");
        refuses("    years: 6", "    years: ~", "line");
        refuses("[EARLY_HELP]", "[EARLY_HLEP]", "line", "EARLY_HLEP");
        refuses("[EARLY_HELP]", "[EARLY_HELP, MARAC]", "two schedules");
        refuses("MARAC, ", "", "no schedule for [MARAC]");
        refuses("reviewAt: 18", "reviewAt: 18\nreviewAt: 81", "line", "reviewAt");
        refuses("id: early-help", "id: child-in-need", "two of one id");
        refuses("what: SENT ", "what: LOG_EXPORT ", "two terms of LOG_EXPORT");
        refuses("what: SENT ", "what: SEND ", "line", "SEND");
        refuses("days: 365", "days: 0", "days are from 1");
        String withoutOne = Files.readString(FILE).replaceAll("(?m)^  - what: ACCOUNT_TOLD[\\s\\S]*", "");
        Path changed = Files.writeString(dir.resolve("retention.yaml"), withoutOne);
        assertThatThrownBy(() -> RetentionSchedules.load(changed)).hasMessageContaining("no term for [ACCOUNT_TOLD]");
    }

    private void refuses(String what, String by, String... words) throws IOException {
        String text = Files.readString(FILE);
        assertThat(text).contains(what);
        Path changed = Files.writeString(dir.resolve("retention.yaml"), text.replace(what, by));
        assertThatThrownBy(() -> RetentionSchedules.load(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(changed.toString())
                .contains(words);
    }
}
