package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A flood does not have the database count at each of its requests. */
@ExtendWith(OutputCaptureExtension.class)
class SessionRoomTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SessionRoom room = new SessionRoom(3, this::count, meters);
    private long there;
    private int counted;

    private long count(Instant now) {
        counted++;
        return there;
    }

    @Test
    void isCountedSeldomHoweverManyCome() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(room.take(NINE.plusMillis(i))).isEqualTo(i < 3);
        }
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void saysSeldomThatThereIsNoneAndCountsEach(CapturedOutput output) {
        there = 3;
        for (int second = 0; second < 90; second++) {
            assertThat(room.take(NINE.plusSeconds(second))).isFalse();
        }
        assertThat(meters.get(SessionRoom.METER).counter().count()).isEqualTo(90);
        assertThat(output.getOut().split("nobody new can sign in", -1)).hasSize(3);
    }

    @Test
    void isThereAgainWhenSomeHaveEnded() {
        there = 3;
        assertThat(room.take(NINE)).isFalse();
        there = 2;
        assertThat(room.take(NINE.plus(SessionRoom.COUNTED_EVERY))).isTrue();
        assertThat(room.take(NINE.plus(SessionRoom.COUNTED_EVERY))).isFalse();
    }

    @Test
    void isCountedAgainAfterAClockWasSetBack() {
        there = 3;
        assertThat(room.take(NINE)).isFalse();
        there = 0;
        assertThat(room.take(NINE.minusSeconds(3_600))).isTrue();
    }
}
