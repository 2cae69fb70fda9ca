package uk.mashhub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.TheHub;

/** {@code scripts/Licences.java}, which looks through the list of the hub's parts after all tests, lets nothing pass that nobody agreed to. */
class LicencesTest {
    private static final String GOOD = part("1.2.3", "{\"id\":\"Apache-2.0\"}");

    @TempDir
    private Path dir;

    private record Said(int code, String text) {}

    private static String part(String version, String licence) {
        return "{\"group\":\"org.example\",\"name\":\"part\",\"version\":\"" + version
                + "\",\"licenses\":[{\"license\":" + licence + "}]}";
    }

    private Said looked(String... parts) throws IOException, InterruptedException {
        Path list = dir.resolve("sbom.json");
        Files.writeString(list, "{\"components\":[" + String.join(",", parts) + "]}");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TheHub.root().resolve("scripts/Licences.java").toString(),
                        list.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text);
    }

    @Test
    void letsAgreedLicencesPass() throws Exception {
        assertThat(looked(GOOD)).isEqualTo(new Said(0, "1 parts, 0 in the way\n"));
    }

    @Test
    void stopsWhatNobodyAgreedTo() throws Exception {
        Said said = looked(
                GOOD,
                part("1.2.3", "{\"id\":\"AGPL-3.0\"}"),
                part("4.5-SNAPSHOT", "{\"id\":\"MIT\"}"),
                "{\"group\":\"org.example\",\"name\":\"silent\",\"version\":\"1\"}");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .contains("org.example:part:1.2.3 is under [AGPL-3.0]")
                .contains("org.example:part:4.5-SNAPSHOT has no version that stays")
                .contains("org.example:silent:1 is under []")
                .contains("4 parts, 3 in the way");
    }

    @Test
    void stopsAListOfNothing() throws Exception {
        assertThat(looked().code()).isEqualTo(1);
    }

    /** Otherwise it bites where nobody comes by. */
    @Test
    void isAskedAfterTheTests() throws Exception {
        assertThat(Files.readString(TheHub.root().resolve("scripts/test")))
                .contains("scripts/Licences.java hub-routes/target/sbom.cdx.json");
        assertThat(Files.readString(TheHub.root().resolve("hub-routes/pom.xml")))
                .containsPattern("<id>sbom</id>\\s*<phase>verify</phase>");
    }
}
