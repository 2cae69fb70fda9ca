package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.server.TestDatabase;

/** An old copy of the keystore brings nothing back that an erasure has made dark. */
class KeyEpochsTest {
    private final TestDatabase database = TestDatabase.shared();
    private final JdbcClient root = JdbcClient.create(database.superuser());
    private final String holder = "agency:old-copy-" + UUID.randomUUID();

    @TempDir
    private Path dir;

    private Path password = Path.of("");

    @BeforeEach
    void aKeyWasDestroyed() throws IOException {
        password = dir.resolve("password");
        OwnerOnly.replace(password, "of-the-test-only".getBytes(StandardCharsets.US_ASCII));
        KeyRing keys = KeyRing.create(dir.resolve("now.p12"), password, database.random);
        keys.current(holder);
        copy("before-renewal.p12");
        keys.renew(holder, 1);
        copy("before-destruction.p12");
        keys.destroy(holder, 1);
        UUID erasure = database.random.uuid();
        root.sql("insert into erasure (erasure_id, area, digest, proposed_by, proposed_at, state)"
                        + " values (:id, 'E10999998', '', gen_random_uuid(), '2026-03-02', 'WITHDRAWN')")
                .param("id", erasure)
                .update();
        root.sql("insert into erasure_key values (:id, :holder, 1, '2026-03-02')")
                .param("id", erasure)
                .param("holder", holder)
                .update();
    }

    private void copy(String name) throws IOException {
        Files.copy(dir.resolve("now.p12"), dir.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private KeyRing copied(String name) {
        return KeyRing.open(dir.resolve(name), password, database.random);
    }

    @Test
    void destroysAgainWhatACopyHasBroughtBack() {
        KeyRing copy = copied("before-destruction.p12");
        assertThat(copy.holderKey(holder, 1)).isNotNull();

        assertThat(new KeyEpochs(database.app, copy).destroyAgain()).isEqualTo(1);

        KeyRing later = copied("before-destruction.p12");
        assertThatThrownBy(() -> later.holderKey(holder, 1)).isInstanceOf(KeyMissing.class);
        assertThat(later.current(holder).epoch()).isEqualTo(2);
        assertThat(new KeyEpochs(database.app, later).destroyAgain()).isZero();
    }

    @Test
    void refusesACopyFromBeforeTheNewKeyWasMade() {
        root.sql("insert into key_epoch (holder, epoch) values (:holder, 2)")
                .param("holder", holder)
                .update();
        try {
            assertThatThrownBy(() -> new KeyEpochs(database.app, copied("before-renewal.p12")).check())
                    .isInstanceOf(KeyMissing.class)
                    .hasMessageContaining(holder + " (epoch 2)")
                    .hasMessageContaining("Put back the newest keystore");
        } finally {
            root.sql("delete from key_epoch where holder = :holder")
                    .param("holder", holder)
                    .update();
        }
    }
}
