package uk.mashhub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing in the repository opens a door: no private key, no cloud or forge token, no keystore. */
class SecretsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, Pattern> SECRETS = Map.of(
            "a private key (RFC 7468)", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{16}"),
            "an AWS access key", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            "a GitHub token", Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}\\b"),
            "a Slack token", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{20,}"),
            "a Google key", Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}\\b"),
            "a signed token (RFC 7519)",
                    Pattern.compile("\\beyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}"));
    private static final Pattern STORE = Pattern.compile(".*\\.(p12|pfx|jks|keystore|key|kdbx)");

    private static List<String> found(String name, String text) {
        return SECRETS.entrySet().stream()
                .filter(s -> s.getValue().matcher(text).find())
                .map(s -> name + " holds " + s.getKey())
                .toList();
    }

    private static Stream<Path> files() throws IOException {
        return Files.walk(ROOT).filter(Files::isRegularFile).filter(f -> {
            String name = ROOT.relativize(f).toString();
            return !name.matches("(.*/)?(target|\\.git|\\.idea|node_modules)/.*|docker/(home|secrets)/.*");
        });
    }

    @Test
    void areNotInTheRepository() throws IOException {
        try (Stream<Path> files = files()) {
            assertThat(files.flatMap(f -> found(ROOT.relativize(f).toString(), text(f)).stream()))
                    .isEmpty();
        }
        try (Stream<Path> files = files()) {
            assertThat(files.filter(f -> STORE.matcher(f.toString()).matches())).isEmpty();
        }
    }

    @Test
    void wouldBeFound() {
        assertThat(found("x", "-----BEGIN " + "EC PRIVATE KEY-----\nMHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk5"))
                .hasSize(1);
        assertThat(found("x", "key=AKIA" + "IOSFODNN7EXAMPLE")).hasSize(1);
        assertThat(found("x", "ghp_" + "a".repeat(36))).hasSize(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
