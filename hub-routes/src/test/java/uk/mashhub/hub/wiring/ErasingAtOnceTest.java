package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.retention.Erasing;

/** Two hubs of one folder come to an erasure in the same moment. */
class ErasingAtOnceTest {
    @TempDir
    private Path dir;

    @Test
    void leavesItToTheHubThatHasBegun() {
        Path lock = dir.resolve("erasing.lock");
        Erasing one = mock();
        Erasing other = mock();
        doAnswer(inTheMidst -> {
                    assertThat(RetentionConfiguration.outcome(other, lock)).isEmpty();
                    verify(other, never()).run();
                    return null;
                })
                .when(one)
                .run();

        assertThat(RetentionConfiguration.outcome(one, lock)).isEmpty();
        verify(one).run();

        assertThat(RetentionConfiguration.outcome(other, lock))
                .as("at its next turn")
                .isEmpty();
        verify(other).run();
    }
}
