package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.storage.server.TestDatabase;

/** What lay in a session is dark for good two days later, wherever a copy of its row lies. */
class SessionKeysTest {
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final BodyName ROW = new BodyName("web_session", new UUID(1, 2), 0);
    private static final byte[] TYPED = "invented".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path dir;

    private KeyRing keys;
    private Vault vault;
    private SessionKeys sessions;

    @BeforeEach
    void aKeystore() throws IOException {
        Path password = dir.resolve("password");
        OwnerOnly.replace(password, "invented password of a test".getBytes(StandardCharsets.US_ASCII));
        keys = KeyRing.create(dir.resolve("keys.p12"), password, TestDatabase.shared().random);
        vault = new Vault(keys, TestDatabase.shared().random);
        sessions = new SessionKeys(keys, LONGEST);
    }

    private SealedBody seal() {
        return vault.seal(ROW, SessionStore.HOLDER, TYPED);
    }

    private Instant made(long epoch) {
        return keys.list().get("holder/" + SessionStore.HOLDER + "/" + epoch);
    }

    @Test
    void areMadeOnceADayAndDestroyedWhenNoSessionCanBeUnderThem() {
        SealedBody monday = seal();
        sessions.look(made(1).plus(SessionKeys.DAY).minusMillis(1));
        assertThat(seal().epoch()).isEqualTo(1);

        sessions.look(made(1).plus(SessionKeys.DAY));
        SealedBody tuesday = seal();
        assertThat(tuesday.epoch()).isEqualTo(2);
        sessions.look(made(2).plus(LONGEST).minusMillis(1));
        assertThat(vault.open(ROW, monday))
                .as("a session of the evening goes on")
                .isEqualTo(TYPED);

        sessions.look(made(2).plus(LONGEST));
        assertThatThrownBy(() -> vault.open(ROW, monday)).isInstanceOf(KeyMissing.class);
        assertThat(vault.open(ROW, tuesday)).isEqualTo(TYPED);
    }

    @Test
    void areDestroyedAgainWhereAnOldCopyOfTheKeystoreBringsThemBack() throws IOException {
        SealedBody monday = seal();
        byte[] copy = Files.readAllBytes(dir.resolve("keys.p12"));
        sessions.look(made(1).plus(SessionKeys.DAY));
        sessions.look(made(2).plus(LONGEST));

        OwnerOnly.replace(dir.resolve("keys.p12"), copy);
        assertThat(vault.open(ROW, monday)).isEqualTo(TYPED);
        sessions.look(made(1).plus(SessionKeys.DAY));
        sessions.look(made(2).plus(LONGEST));
        assertThatThrownBy(() -> vault.open(ROW, monday)).isInstanceOf(KeyMissing.class);
    }

    @Test
    void areNotMadeBeforeThereIsASession() {
        sessions.look(Instant.EPOCH);
        assertThat(keys.epoch(SessionStore.HOLDER)).isZero();
    }
}
