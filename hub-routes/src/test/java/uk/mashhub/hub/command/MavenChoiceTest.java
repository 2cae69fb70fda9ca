package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.TheHub;

/** Which Maven builds: the installed one without asking the network, else the pinned one. */
class MavenChoiceTest {
    @TempDir
    private Path project;

    private void program(String name, String says) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(project.resolve("bin"));
        Files.writeString(file, "#!/bin/sh\necho " + says + " \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String maven(String... tools) throws Exception {
        Files.createDirectories(project.resolve("scripts"));
        Path script = Files.copy(TheHub.root().resolve("scripts/maven"), project.resolve("scripts/maven"));
        program("mvnw", "pinned");
        for (String tool : tools) {
            program("bin/" + tool, tool.equals("mvn") ? "installed" : tool);
        }
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", script.toString(), "verify").redirectErrorStream(true);
        builder.environment().put("PATH", project.resolve("bin").toString());
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void takesTheInstalledOne() throws Exception {
        assertThat(maven("mvn", "unzip")).isEqualTo("installed verify");
    }

    @Test
    void takesThePinnedOneWhereNoneIsInstalled() throws Exception {
        assertThat(maven("unzip")).isEqualTo("pinned verify");
    }

    @Test
    void saysWhatIsMissingWhereThereIsNeither() throws Exception {
        assertThat(maven()).contains("neither Maven nor unzip is installed");
    }

    @Test
    void pinsVersionAndChecksum() throws IOException {
        Properties pinned = new Properties();
        pinned.load(Files.newInputStream(TheHub.root().resolve(".mvn/wrapper/maven-wrapper.properties")));
        assertThat(pinned.getProperty("distributionType")).isEqualTo("only-script");
        assertThat(pinned.getProperty("distributionUrl")).startsWith("https://repo.maven.apache.org/maven2/");
        assertThat(pinned.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
    }
}
