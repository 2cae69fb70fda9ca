package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import uk.mashhub.hub.storage.InstanceStore;
import uk.mashhub.hub.storage.server.TestDatabase;

/** A hub says that it runs from the moment at which it has joined, and takes nothing more once another has its place. */
class HeartbeatTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    private final TestDatabase database = TestDatabase.shared();
    private final ScheduledExecutorService timer = mock();

    @TempDir
    private Path dir;

    @BeforeEach
    @AfterEach
    void nobodyRuns() {
        database.app.sql("delete from hub_instance").update();
    }

    private Instances hub(String folder, Instant now) {
        return new Instances(
                new InstanceStore(database.app),
                database.inApp(),
                dir.resolve(folder),
                database.random.uuid(),
                "the same",
                true,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** What the timer does at each turn. */
    private Runnable turn() {
        ArgumentCaptor<Runnable> work = ArgumentCaptor.captor();
        ArgumentCaptor<Long> period = ArgumentCaptor.captor();
        verify(timer).scheduleAtFixedRate(work.capture(), anyLong(), period.capture(), eq(TimeUnit.MILLISECONDS));
        assertThat(period.getValue() * 3).isLessThan(Instances.SILENT.toMillis());
        return work.getValue();
    }

    private Instant seenAt() {
        return database.app
                .sql("select seen_at from hub_instance")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void saysThatAHubRunsWhichIsStillStarting() throws IOException {
        try (Instances slow = hub("data", NINE);
                Heartbeat heartbeat = Heartbeat.of(slow, timer)) {
            slow.join();
            heartbeat.over(slow.over(new InstanceStore(database.app), database.inApp()));
            database.app
                    .sql("update hub_instance set seen_at = seen_at - interval '19 seconds'")
                    .update();
            turn().run();
            assertThat(seenAt()).isEqualTo(NINE);
        }
    }

    @Test
    void shutsTheGateOfAHubWhosePlaceAnotherHas() throws Exception {
        AtomicBoolean known = new AtomicBoolean();
        try (DefaultCamelContext camel = new DefaultCamelContext();
                FaultGate gate = new FaultGate(camel, known::get);
                Instances paused = hub("data", NINE);
                Heartbeat heartbeat = Heartbeat.of(paused, timer)) {
            heartbeat.shuts(gate);
            paused.join();
            Runnable turn = turn();
            turn.run();
            assertThat(gate.fault()).isEmpty();

            try (Instances other = hub("elsewhere", NINE.plus(Instances.SILENT))) {
                other.join();
                turn.run();
                assertThat(paused.refused()).isTrue();
                assertThat(gate.fault()).contains("took it for dead");
            }
            turn.run();
            assertThat(paused.refused()).as("after the other has stopped").isFalse();
        }
    }

    @Test
    void opensNoRoutesOfAHubThatWasRefusedWhileItStarted() throws Exception {
        AtomicBoolean known = new AtomicBoolean();
        try (DefaultCamelContext camel = new DefaultCamelContext();
                FaultGate gate = new FaultGate(camel, known::get);
                Instances slow = hub("data", NINE);
                Heartbeat heartbeat = Heartbeat.of(slow, timer)) {
            slow.join();
            try (Instances other = hub("elsewhere", NINE.plus(Instances.SILENT))) {
                other.join();
                turn().run();
                heartbeat.over(slow.over(new InstanceStore(database.app), database.inApp()));
                heartbeat.shuts(gate);
                assertThat(gate.fault()).contains("took it for dead");
            }
        }
    }

    @Test
    void beatsOnAfterAnyFault() {
        Instances broken = mock();
        doThrow(new StackOverflowError()).when(broken).beat();
        try (Heartbeat heartbeat = Heartbeat.of(broken, timer)) {
            assertThatCode(() -> turn().run()).doesNotThrowAnyException();
            assertThat(heartbeat.hub()).isSameAs(broken);
        }
    }

    /** Otherwise it would stand in the way of the next one. */
    @Test
    void doesNotBringBackAHubThatHasStopped() throws IOException {
        Instances stopped = hub("data", NINE);
        try (Heartbeat heartbeat = Heartbeat.of(stopped, timer)) {
            stopped.join();
            stopped.close();
            turn().run();
            assertThat(heartbeat.hub()).isSameAs(stopped);
        }
        assertThat(database.app
                        .sql("select count(*) from hub_instance")
                        .query(Long.class)
                        .single())
                .isZero();
        verify(timer).shutdownNow();
    }
}
