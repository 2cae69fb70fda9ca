package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.hub.storage.Timestamps.Stamped;
import uk.mashhub.log.TimeAuthority;
import uk.mashhub.log.TimeToken;
import uk.mashhub.simulators.SimulatorSettings;
import uk.mashhub.simulators.time.TimeAuthoritySimulator;

/** With a real authority over real HTTP (RFC 3161), which nobody else trusts. */
class TimestampingTest {
    private final TreeRoom room = new TreeRoom();
    private final Sequencing sequencing = room.sequencing();
    private final TimeAuthoritySimulator authority = new TimeAuthoritySimulator();
    private final Timestamps stamps = new Timestamps(room.database.app);

    @TempDir
    private Path dir;

    private X509Certificate certificate() throws IOException, GeneralSecurityException {
        return certificate(authority);
    }

    private static X509Certificate certificate(TimeAuthoritySimulator of) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(Path.of(of.endpoints().get("time.certificate")))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private TimeAuthority client(X509Certificate trusted) {
        return new TimeAuthority(
                URI.create(authority.endpoints().get("time.url")),
                trusted,
                HttpClient.newHttpClient(),
                room.database.random::bytes);
    }

    private Timestamping timestamping() throws IOException, GeneralSecurityException {
        return new Timestamping(Optional.of(client(certificate())::stamp), room.key, room.tree, stamps, room.clock);
    }

    @BeforeEach
    void startsTheAuthority() {
        authority.start(new SimulatorSettings(dir, room.clock, room.database.random));
    }

    @AfterEach
    void stopsTheAuthority() {
        authority.stop();
    }

    private void grow() {
        room.append(1);
        sequencing.run();
    }

    private Optional<Instant> time(Stamped stamped) throws IOException, GeneralSecurityException {
        byte[] text = room.head().text().getBytes(StandardCharsets.UTF_8);
        return TimeToken.verified(stamped.token(), text, certificate());
    }

    @Test
    void stampsTheHeadEachHourAndWhenAsked() throws Exception {
        Timestamping timestamping = timestamping();
        timestamping.run();
        assertThat(stamps.newest()).as("of an empty log").isEmpty();
        grow();
        timestamping.run();
        assertThat(time(stamps.newest().orElseThrow())).contains(TreeRoom.NOON);
        grow();
        room.clock.pass(Timestamping.EVERY.minusMillis(1));
        timestamping.run();
        assertThat(stamps.newest().map(Stamped::size)).contains(1L);
        assertThat(timestamping.stamp().map(Stamped::size)).contains(2L);
        assertThat(time(stamps.newest().orElseThrow())).isPresent();
    }

    @Test
    void stampsAnewWhatADiskThatWasFullDidNotTake() throws Exception {
        Timestamping timestamping = timestamping();
        grow();
        try (FullTable full = new FullTable(room.database, "log_timestamp")) {
            assertThatThrownBy(timestamping::run).rootCause().hasMessageContaining("no space left");
            grow();
            assertThat(room.head().size()).as("the log goes on").isEqualTo(2);
        }
        assertThat(stamps.newest()).isEmpty();
        timestamping.run();
        assertThat(time(stamps.newest().orElseThrow())).isPresent();
    }

    @Test
    void growsWithoutAnAuthorityThatIsAwayAndGetsItsFirstTokenOnceItIsBack() throws Exception {
        authority.setAway(true);
        Timestamping timestamping = timestamping();
        grow();
        timestamping.run();
        room.clock.pass(Duration.ofHours(5));
        timestamping.run();

        assertThat(timestamping.awaySince()).contains(TreeRoom.NOON);
        assertThat(stamps.newest()).isEmpty();
        assertThat(room.head().size()).isEqualTo(1);
        authority.setAway(false);
        timestamping.run();
        assertThat(timestamping.awaySince()).isEmpty();
        assertThat(time(stamps.newest().orElseThrow())).contains(TreeRoom.NOON.plus(Duration.ofHours(5)));
    }

    @Test
    void believesNoOtherAuthority() throws Exception {
        TimeAuthoritySimulator other = new TimeAuthoritySimulator();
        other.start(new SimulatorSettings(dir.resolve("other"), room.clock, room.database.random));
        X509Certificate stranger = certificate(other);
        other.stop();

        assertThatThrownBy(() -> client(stranger).stamp(new byte[] {1})).isInstanceOf(IOException.class);
    }

    @Test
    void readsNoTimeFromATokenThatWasChangedOrIsOverSomethingElse() throws Exception {
        byte[] message = "checkpoint".getBytes(StandardCharsets.US_ASCII);
        byte[] token = client(certificate()).stamp(message);
        assertThat(TimeToken.verified(token, message, certificate())).contains(TreeRoom.NOON);
        assertThat(TimeToken.verified(token, new byte[] {1}, certificate())).isEmpty();
        assertThat(TimeToken.verified(new byte[] {1, 2}, message, certificate()))
                .isEmpty();
        for (int at = token.length - 60; at < token.length; at += 7) {
            byte[] flipped = token.clone();
            flipped[at] ^= 1;
            assertThat(TimeToken.verified(flipped, message, certificate()))
                    .as("byte %d", at)
                    .isEmpty();
        }
    }

    @Test
    void asksNobodyWhereNoneIsConfigured() {
        Timestamping none = new Timestamping(Optional.empty(), room.key, room.tree, stamps, room.clock);
        grow();
        none.run();
        assertThat(stamps.newest()).isEmpty();
        assertThat(none.awaySince()).isEmpty();
    }
}
