package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.storage.InstanceStore;
import uk.mashhub.hub.storage.server.TestDatabase;

/** Two hubs run on one database only if neither can harm what the other does. */
class InstancesTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    private final TestDatabase database = TestDatabase.shared();

    @TempDir
    private Path dir;

    @BeforeEach
    @AfterEach
    void nobodyRuns() {
        database.app.sql("delete from hub_instance").update();
    }

    private Instances hub(String folder, String configuration, boolean sharesBroker, Instant now) {
        return new Instances(
                new InstanceStore(database.app),
                database.inApp(),
                dir.resolve(folder),
                database.random.uuid(),
                configuration,
                sharesBroker,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private Instances hub(String folder) {
        return hub(folder, "the same", true, NINE);
    }

    private long known() {
        return database.app
                .sql("select count(*) from hub_instance")
                .query(Long.class)
                .single();
    }

    @Test
    void runFromOneFolder() throws IOException {
        try (Instances one = hub("data");
                Instances two = hub("data")) {
            one.join();
            two.join();
            one.beat();
            assertThat(known()).isEqualTo(2);
        }
        assertThat(known()).isZero();
        try (var left = Files.list(dir.resolve("data"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void doNotRunFromTwoFoldersWithTwoKeystores() throws IOException {
        try (Instances one = hub("data")) {
            one.join();
            assertThatThrownBy(() -> hub("elsewhere").join())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("share one folder");
            assertThat(known()).isEqualTo(1);
        }
        assertThatCode(() -> hub("elsewhere").join()).as("after it stopped").doesNotThrowAnyException();
    }

    @Test
    void doNotRunWithTwoConfigurationsOrTwoBrokers() throws IOException {
        try (Instances one = hub("data")) {
            one.join();
            assertThatThrownBy(() -> hub("data", "another", true, NINE).join())
                    .hasMessageContaining("stop all of them");
            assertThatThrownBy(() -> hub("data", "the same", false, NINE).join())
                    .hasMessageContaining("hub.broker.url");
        }
    }

    @Test
    void areNotKeptFromStartingByOneThatWasKilled() throws IOException {
        UUID dead = database.random.uuid();
        new InstanceStore(database.app).add(new InstanceStore.Instance(dead, NINE, "another"));
        Files.createDirectories(dir.resolve("data"));
        // Its file is there, and the system has taken its lock back.
        Files.createFile(dir.resolve("data").resolve(dead.toString()));
        try (Instances again = hub("data", "the same", false, NINE)) {
            again.join();
            assertThat(known()).isEqualTo(1);
            assertThat(dir.resolve("data").resolve(dead.toString())).doesNotExist();
        }
    }

    @Test
    void waitForOneOfAnotherFolderUntilItWasSilentForLong() throws IOException {
        new InstanceStore(database.app).add(new InstanceStore.Instance(database.random.uuid(), NINE, "the same"));
        Instant soon = NINE.plus(Instances.SILENT).minus(Duration.ofSeconds(1));
        assertThatThrownBy(() -> hub("data", "the same", true, soon).join()).hasMessageContaining("try again in 20");
        try (Instances later = hub("data", "the same", true, NINE.plus(Instances.SILENT))) {
            later.join();
            assertThat(known()).isEqualTo(1);
        }
    }

    @Test
    void areRefusedWhenTheyComeBackBesideAnotherThatTookThemForDead() throws IOException {
        try (Instances paused = hub("data")) {
            paused.join();
            try (Instances other = hub("elsewhere", "the same", true, NINE.plus(Instances.SILENT))) {
                other.join();
                assertThatThrownBy(paused::beat).hasMessageContaining("share one folder");
                assertThat(paused.refused()).isTrue();
                assertThat(known()).isEqualTo(1);
            }
            paused.beat();
            assertThat(paused.refused()).as("after the other has stopped").isFalse();
            assertThat(known()).isEqualTo(1);
        }
    }

    @Test
    void leaveTheDatabaseAsItIsWhereTheyOnlyLook() throws IOException {
        try (Instances one = hub("data")) {
            one.join();
            assertThatThrownBy(() -> hub("data", "another", true, NINE).look())
                    .hasMessageContaining("stop all of them");
            hub("data").look();
            assertThat(known()).isEqualTo(1);
        }
    }

    /** A command would migrate the tables under it, or publish beside it. */
    @Test
    void keepACommandFromTheDatabaseOnWhichAnyRuns() throws IOException {
        try (Instances one = hub("data")) {
            hub("data").lookForAny();
            one.join();
            assertThatThrownBy(() -> hub("data").lookForAny()).hasMessageContaining("stop it first");
            assertThatThrownBy(() -> hub("elsewhere").lookForAny()).hasMessageContaining("stop it first");
        }
        hub("data").lookForAny();
        assertThat(known()).isZero();
    }
}
