package uk.mashhub.adapter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.contract.RudeServer;

class SftpFolderTest {
    private static final String CENSUS = "CIN_Census_20\\d\\d\\.xml";

    @TempDir
    Path directory;

    private FileServer server;

    @BeforeEach
    void serve() throws Exception {
        server = new FileServer(directory);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void readsTheNewestMatchingFileAndLeavesIt() throws Exception {
        put("CIN_Census_2025.xml", "older", 200);
        put("CIN_Census_2024.xml", "newer", 300);
        put("CIN_Census_2026.xml.part", "unfinished", 900);
        put("notes.xml", "another", 900);
        SftpFolder folder = new SftpFolder(server.feed());
        assertThat(folder.newest(CENSUS))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("newer"));
        assertThat(folder.newest(CENSUS)).isPresent();
        assertThat(server.names("")).contains("CIN_Census_2024.xml");
    }

    @Test
    void takesTheLastByNameOfOneInstant() throws Exception {
        put("CIN_Census_2025.xml", "2025", 100);
        put("CIN_Census_2026.xml", "2026", 100);
        assertThat(new SftpFolder(server.feed()).newest(CENSUS))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("2026"));
    }

    @Test
    void readsNamesWithWildcardsLiterally() throws Exception {
        put("a*.xml", "star", 100);
        put("ab.xml", "b", 50);
        assertThat(new SftpFolder(server.feed()).newest("a.*\\.xml"))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("star"));
    }

    @Test
    void isEmptyWhereNothingMatches() throws Exception {
        assertThat(new SftpFolder(server.feed()).newest(CENSUS)).isEmpty();
    }

    @Test
    void isUnavailableForAStrangerOrAnUnknownHost() {
        assertUnavailable(new SftpFolder(server.feed("stranger", "known_hosts")));
        assertUnavailable(new SftpFolder(server.feed("key", "other_hosts")));
    }

    @Test
    void isUnavailableWhenTheServerIsGoneOrHangs() throws Exception {
        SftpFeed feed = server.feed();
        server.close();
        assertUnavailable(new SftpFolder(feed));
        try (RudeServer hanging = RudeServer.hanging()) {
            assertUnavailable(new SftpFolder(
                    new SftpFeed(
                            "127.0.0.1",
                            hanging.port(),
                            "in",
                            "police",
                            feed.privateKey(),
                            feed.knownHosts(),
                            Duration.ofSeconds(1)),
                    500));
        }
    }

    @Test
    void asksOverOneConnectionAndOverAnotherWhenThatIsGone() throws Exception {
        put("CIN_Census_2026.xml", "first", 100);
        SftpFolder folder = new SftpFolder(server.feed());
        folder.newest(CENSUS);
        folder.newest(CENSUS);
        assertThat(server.connections()).isEqualTo(1);

        server.breakOff();
        put("CIN_Census_2026.xml", "second", 200);
        assertThat(folder.newest(CENSUS))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("second"));
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void doesNotReadAFileThatIsTooLarge() throws Exception {
        Files.write(server.in().resolve("CIN_Census_2026.xml"), new byte[Received.LARGEST_MESSAGE + 1]);
        assertUnavailable(new SftpFolder(server.feed()));
    }

    private static void assertUnavailable(SftpFolder folder) {
        assertThatThrownBy(() -> folder.newest(CENSUS))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageNotContainingAny("127.0.0.1", "CIN", "police");
    }

    private void put(String name, String text, long second) throws Exception {
        Path file = Files.write(server.in().resolve(name), text.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000 + second)));
    }
}
