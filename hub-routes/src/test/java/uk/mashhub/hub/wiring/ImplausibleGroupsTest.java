package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ImplausibleGroupsTest {
    @Test
    void countsAndSaysHowManyRecordsCanHardlyBeOnePersons(CapturedOutput output) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new ImplausibleGroups(meters).accept(3);
        assertThat(meters.get(ImplausibleGroups.METER).counter().count()).isEqualTo(1);
        assertThat(output).contains("3 records are settled to be one person's");
    }
}
