package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Packets and sessions cross no network in clear. */
class PagesAddressTest {
    private static Optional<String> inClear(Map<String, String> settings) {
        return PagesAddress.inClear(name -> settings.getOrDefault(name, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.10", "", "no such machine"})
    void refusesEveryAddressButThisMachinesOwn(String address) {
        assertThat(inClear(Map.of("server.address", address)).orElse("")).contains("without TLS", "server.ssl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void servesThisMachineForItsProxy(String address) {
        assertThat(inClear(Map.of("server.address", address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.ssl.certificate", "server.ssl.key-store", "server.ssl.bundle"})
    void servesAnyAddressWithTls(String setting) {
        assertThat(inClear(Map.of("server.address", "0.0.0.0", setting, "pages.pem")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "no", "off", "0", "perhaps"})
    void isNotFooledByTlsThatIsSwitchedOff(String said) {
        assertThat(inClear(Map.of(
                        "server.address", "0.0.0.0", "server.ssl.certificate", "a.pem", "server.ssl.enabled", said)))
                .isPresent();
    }

    @Test
    void keepsTheHubFromStarting() {
        MockEnvironment settings = new MockEnvironment().withProperty("server.address", "0.0.0.0");
        HubProperties hub = new HubProperties(Path.of("data"), Path.of("config"), Path.of("password"));
        assertThatThrownBy(() -> WebConfiguration.webPorts(hub, settings)).hasMessageContaining("without TLS");
    }
}
