package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import uk.mashhub.hub.MovedClock;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.storage.Backlog;
import uk.mashhub.model.id.SourceId;

/** Health goes red when something stands still, and only then. */
class WatchTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final MetricsSettings SETTINGS = new MetricsSettings(
            Optional.empty(), "127.0.0.1", Optional.empty(), Duration.ofSeconds(60), Duration.ofMinutes(30));
    private static final SourceId PDS = new SourceId("pds");

    private final WatchConfiguration wiring = new WatchConfiguration();
    private final Backlog backlog = mock(Backlog.class);
    private final AtomicLong depth = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicBoolean writable = new AtomicBoolean(true);
    private final AtomicBoolean keys = new AtomicBoolean(true);
    private final MovedClock clock = new MovedClock(NINE);
    private Watch watch;

    @BeforeEach
    void allIsWell() throws IOException {
        when(backlog.unsent()).thenReturn(Backlog.Waiting.NOTHING);
        when(backlog.unanswered(any())).thenReturn(Map.of());
        watch = new Watch(
                backlog,
                Partnership.load(Path.of("../config/areas")),
                queue -> depth.get(),
                queue -> taken.get(),
                () -> true,
                () -> 2,
                writable::get,
                () -> {
                    if (!keys.get()) {
                        throw new IllegalStateException("a key is missing");
                    }
                },
                clock);
        look(0);
    }

    private void look(int secondsLater) {
        clock.pass(Duration.ofSeconds(secondsLater));
        watch.look();
    }

    private static boolean red(HealthIndicator health) {
        return health.health(false).getStatus().equals(Status.DOWN);
    }

    private boolean queueIsRed() {
        return red(wiring.queueHealth(watch, SETTINGS));
    }

    @Test
    void isGreenWhileAllIsWell() {
        look(3600);
        assertThat(queueIsRed()).isFalse();
        assertThat(red(wiring.sourceHealth(watch, SETTINGS))).isFalse();
        assertThat(red(wiring.keysHealth(watch))).isFalse();
        assertThat(red(wiring.writableHealth(watch))).isFalse();
    }

    @Test
    void countsRulesThatShouldHaveBeenReviewed() {
        assertThat(watch.seen().unreviewed()).isEqualTo(2);
    }

    @Test
    void isRedForAQueueOfWhichNothingIsTaken() {
        depth.set(3);
        look(5);
        look(55);
        assertThat(queueIsRed()).isFalse();
        look(10);
        assertThat(queueIsRed()).isTrue();

        taken.incrementAndGet();
        look(5);
        assertThat(queueIsRed()).as("a long queue that moves").isFalse();
    }

    @Test
    void isRedForAnOutboxThatDoesNotEmpty() {
        when(backlog.unsent()).thenReturn(new Backlog.Waiting(1, Optional.of(NINE)));
        look(60);
        assertThat(queueIsRed()).isFalse();
        look(5);
        assertThat(queueIsRed()).isTrue();
        assertThat(watch.seen().unsent().number()).isEqualTo(1);
    }

    @Test
    void isRedForASourceThatOwesAnAnswerForTooLong() {
        when(backlog.unanswered(any())).thenReturn(Map.of(PDS, new Backlog.Waiting(2, Optional.of(NINE))));
        look(1800);
        assertThat(red(wiring.sourceHealth(watch, SETTINGS))).isFalse();
        look(5);
        assertThat(red(wiring.sourceHealth(watch, SETTINGS))).isTrue();
    }

    @Test
    void asksOnlySourcesThatMachinesAnswer() {
        assertThat(watch.sources()).contains(PDS).doesNotContain(new SourceId("housing-by-hand"));
    }

    @Test
    void isRedWithoutAKeyOrWhileNothingCanBeWritten() {
        keys.set(false);
        writable.set(false);
        look(5);
        assertThat(red(wiring.keysHealth(watch))).isTrue();
        assertThat(red(wiring.writableHealth(watch))).isTrue();
    }

    @Test
    void isRedWhileTheDatabaseCannotBeAsked() {
        when(backlog.unsent()).thenThrow(new IllegalStateException("away"));
        look(5);
        assertThat(red(wiring.writableHealth(watch))).isTrue();
        assertThat(watch.seen().policy()).isFalse();
    }
}
