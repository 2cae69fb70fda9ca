package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;

/** A hub that was prepared takes its classes ready from the archive; one whose archive does not fit starts all the same. */
class PrepareTest {
    private final Path work = TheHub.freshFolder();
    private final Path loaded = work.resolve("classes.txt");

    @Test
    void takesItsClassesReadyFromTheArchiveAndNeedsNone() throws Exception {
        Path archive = work.resolve("hub/cache/hub.jsa");
        Map<String, String> environment = Map.of(
                "JDK_JAVA_OPTIONS",
                "-Xlog:class+load:file=" + loaded + "::filecount=0",
                "MASH_ARCHIVE",
                archive.toString());
        try (InstalledHub hub = InstalledHub.launched(launcher(), work.resolve("hub"), environment)) {
            install(hub);

            InstalledHub.Said said = hub.command("prepare", "--config", hub.home());
            assertThat(said.code()).as(said.text()).isZero();
            assertThat(said.text()).contains("made   " + archive);
            assertThat(hub.home().resolve("cache")).isDirectoryNotContaining(file -> !file.equals(archive));

            hub.start();
            hub.stop();
            assertThat(Files.readAllLines(loaded))
                    .anyMatch(line -> line.contains("uk.mashhub.hub.HubApplication source: shared objects file"));

            Files.delete(archive);
            Files.writeString(archive, "not an archive");
            hub.start();
            hub.stop();
        }
    }

    private static void install(InstalledHub hub) throws Exception {
        InstalledHub.Said made = hub.command(
                "init",
                hub.home(),
                "--area",
                "E10999999",
                "--name",
                "Exampleshire",
                "--issuer",
                "https://login.example/realms/mash",
                "--client",
                "mash");
        assertThat(made.code()).as(made.text()).isEqualTo(3);
        hub.set("  port: 8080", "  port: " + TheHub.freePort());
        hub.set("    port: 8443", "    port: 0");
        hub.secret("settings/hub.oidc.client-secret", "of nobody");
        InstalledHub.Said published =
                hub.command(Stream.concat(Stream.of("init", hub.home()), Stream.of(InstalledHub.LEADS))
                        .toArray());
        assertThat(published.text()).contains("Published: the agreements ");
    }

    /** {@code docker/mash} beside jars alone, as it is installed. */
    private Path launcher() throws IOException {
        Path image = work.resolve("image");
        Path mash = Files.copy(
                TheHub.root().resolve("docker/mash"),
                Files.createDirectories(image.resolve("bin")).resolve("mash"));
        Path lib = Files.createDirectories(image.resolve("lib"));
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(":")) {
            Path place = Path.of(entry);
            Path jar = lib.resolve(number++ + ".jar");
            if (Files.isRegularFile(place)) {
                Files.createSymbolicLink(jar, place.toAbsolutePath());
            } else if (Files.isDirectory(place) && !place.endsWith("test-classes")) {
                jar(place, jar);
            }
        }
        Files.createSymbolicLink(image.resolve("config"), TheHub.root().resolve("config"));
        return mash;
    }

    /** Folders too: migrations are looked for by theirs. */
    private static void jar(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> !f.equals(folder)).sorted().toList()) {
                boolean inner = Files.isDirectory(file);
                out.putNextEntry(new JarEntry(folder.relativize(file) + (inner ? "/" : "")));
                if (!inner) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
    }
}
