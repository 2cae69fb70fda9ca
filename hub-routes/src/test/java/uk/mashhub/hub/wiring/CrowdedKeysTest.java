package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CrowdedKeysTest {
    @Test
    void countsAndSaysThatSomebodyWasNotLookedForEverywhere(CapturedOutput output) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        CrowdedKeys alarm = new CrowdedKeys(meters);
        alarm.accept(2);
        alarm.accept(1);
        assertThat(meters.get(CrowdedKeys.METER).counter().count()).isEqualTo(3);
        assertThat(output).contains("not looked for under 2 keys", "not looked for under 1 keys");
    }
}
