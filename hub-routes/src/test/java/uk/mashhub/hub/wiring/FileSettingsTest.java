package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings that name a file can be set. */
class FileSettingsTest {
    private static <T> T bound(Class<T> type, String group, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(group, type);
    }

    @Test
    void namesTheCertificateOfTheDoors() {
        TlsSettings doors = bound(
                TlsSettings.class,
                "hub.doors",
                Map.of(
                        "hub.doors.port", "8443",
                        "hub.doors.keystore", "/srv/mash/secrets/doors.p12",
                        "hub.doors.keystore-password-file", "/srv/mash/secrets/doors.password"));
        assertThat(doors.keystore()).contains("/srv/mash/secrets/doors.p12");
        assertThat(doors.keystorePasswordFile()).contains("/srv/mash/secrets/doors.password");
    }

    @Test
    void namesTheTokenOfWhoeverWatches() {
        MetricsSettings metrics = bound(
                MetricsSettings.class,
                "hub.metrics",
                Map.of("hub.metrics.port", "9464", "hub.metrics.token-file", "/srv/mash/secrets/metrics.token"));
        assertThat(metrics.tokenFile()).contains("/srv/mash/secrets/metrics.token");
    }
}
