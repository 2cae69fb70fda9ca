package uk.mashhub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.storage.SettingsStore;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;

/** Start, configuration and keys stand in the log, each change once. */
class SettingsLogTest {
    private final SmallHub hub = SmallHub.started();

    @TempDir
    private Path folder;

    private final String instance = hub.database.random.uuid().toString();

    private SettingsLog settings() {
        return settings(instance);
    }

    private SettingsLog settings(String whose) {
        return new SettingsLog(
                new SettingsStore(hub.database.app),
                whose,
                List.of(folder, folder.resolve("away")),
                hub.audit,
                hub.database.inApp());
    }

    private long entries(String act) {
        return hub.database
                .app
                .sql("select count(*) from log_entry where act = :act")
                .param("act", act)
                .query(Long.class)
                .single();
    }

    @Test
    void logsAStartOnceAndEachChangeOfConfigurationAndKeysOnce() throws IOException {
        Files.writeString(folder.resolve("area.yaml"), "code: E10999999");
        SettingsLog log = settings();
        log.run();
        long starts = entries("START");
        long changes = entries("CONFIGURATION");
        long keys = entries("KEYS");

        log.run();
        assertThat(List.of(entries("START"), entries("CONFIGURATION"), entries("KEYS")))
                .containsExactly(starts, changes, keys);

        Files.writeString(folder.resolve("area.yaml"), "code: E10999998");
        log.run();
        assertThat(entries("CONFIGURATION")).isEqualTo(changes + 1);
        assertThat(entries("START")).isEqualTo(starts);

        hub.database
                .app
                .sql("update log_settings set digest = 'another' where kind = 'KEYS'")
                .update();
        log.run();
        assertThat(entries("KEYS")).isEqualTo(keys + 1);

        settings().run();
        assertThat(entries("START")).isEqualTo(starts + 1);
        assertThat(entries("CONFIGURATION")).isEqualTo(changes + 1);
    }

    /** Two instances that are configured otherwise do not take turns in saying that all has changed. */
    @Test
    void comparesEachInstanceWithWhatItSaidItself() throws IOException {
        SettingsLog one = settings();
        SettingsLog other = settings(hub.database.random.uuid().toString());
        Path area = folder.resolve("area.yaml");
        Files.writeString(area, "code: E10999999");
        one.run();
        Files.writeString(area, "code: E10999998");
        other.run();
        long changes = entries("CONFIGURATION");
        long keys = entries("KEYS");

        Files.writeString(area, "code: E10999999");
        one.run();
        Files.writeString(area, "code: E10999998");
        other.run();

        assertThat(entries("CONFIGURATION")).isEqualTo(changes);
        assertThat(entries("KEYS")).isEqualTo(keys);
    }

    @Test
    void logsOnceThatARestoreHasStoppedSharing() {
        long before = entries("SHARING_STOP");
        settings().run();
        assertThat(entries("SHARING_STOP")).as("no restore").isEqualTo(before);

        new SharingStops(hub.database.app)
                .say(
                        new AreaCode("E10999997"),
                        new SharingStops.Word(
                                new AgencyId("restored-agency"),
                                SharingStops.Kind.STOPPED,
                                SharingStops.RESTORE,
                                Instant.parse("2026-03-02T10:40:00Z")));
        settings().run();
        settings().run();
        assertThat(entries("SHARING_STOP")).isEqualTo(before + 1);
    }
}
