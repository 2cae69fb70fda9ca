package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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

    private DestroyedKeys outside(KeyRing ring) {
        return new DestroyedKeys(dir.resolve("log"), ring);
    }

    private KeyEpochs epochs(KeyRing ring) {
        return new KeyEpochs(database.app, ring, outside(ring));
    }

    @BeforeEach
    void aKeyWasDestroyed() throws IOException {
        password = dir.resolve("password");
        // Of the database that all tests share: it holds what others have sealed.
        Files.copy(database.folder.resolve("hub.password"), password, StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(database.folder.resolve("hub.p12"), dir.resolve("now.p12"), StandardCopyOption.COPY_ATTRIBUTES);
        KeyRing keys = copied("now.p12");
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

        assertThat(epochs(copy).destroyAgain()).isEqualTo(1);

        KeyRing later = copied("before-destruction.p12");
        assertThatThrownBy(() -> later.holderKey(holder, 1)).isInstanceOf(KeyMissing.class);
        assertThat(later.current(holder).epoch()).isEqualTo(2);
        assertThat(epochs(later).destroyAgain()).isZero();
    }

    @Test
    void refusesACopyFromBeforeTheNewKeyWasMade() {
        root.sql("insert into key_epoch (holder, epoch) values (:holder, 2)")
                .param("holder", holder)
                .update();
        try {
            assertThatThrownBy(() -> epochs(copied("before-renewal.p12")).destroyAgain())
                    .isInstanceOf(KeyMissing.class)
                    .hasMessageContaining(holder + " (epoch 2)")
                    .hasMessageContaining("Put back the newest keystore");
        } finally {
            root.sql("delete from key_epoch where holder = :holder")
                    .param("holder", holder)
                    .update();
        }
    }

    /** The erasure renewed the holder's key, and nothing was sealed for the holder since. */
    @Test
    void destroysAgainAlsoTheNewestOfACopyFromBeforeTheNewKeyWasMade() {
        assertThat(epochs(copied("before-renewal.p12")).destroyAgain()).isEqualTo(1);

        KeyRing later = copied("before-renewal.p12");
        assertThatThrownBy(() -> later.holderKey(holder, 1)).isInstanceOf(KeyMissing.class);
        assertThat(later.current(holder).epoch()).isEqualTo(2);
    }

    /** Neither copy knows of the erasure; what is kept outside the database does. */
    @Test
    void opensNoDatabaseFromBeforeAnErasureWithAKeystoreFromBeforeIt() {
        KeyRing copy = copied("before-renewal.p12");
        root.sql("delete from erasure_key where holder = :holder")
                .param("holder", holder)
                .update();
        root.sql("insert into key_epoch (holder, epoch) values (:holder, 1)")
                .param("holder", holder)
                .update();
        try {
            epochs(copy).check();

            outside(copy).add(List.of(new KeyEpochs.KeyEpoch(holder, 1)));
            assertThatThrownBy(() -> epochs(copy).destroyAgain())
                    .isInstanceOf(KeyMissing.class)
                    .hasMessageContaining("a backup from before an erasure")
                    .hasMessageContaining(holder + " (epoch 1)");
        } finally {
            root.sql("delete from key_epoch where holder = :holder")
                    .param("holder", holder)
                    .update();
        }
    }

    @Test
    void keepsOutsideWhatADatabaseKnowsAndNeverForgetsIt() throws IOException {
        KeyRing ring = copied("before-destruction.p12");
        outside(ring).add(List.of(new KeyEpochs.KeyEpoch("agency:of-long-ago", 3)));
        epochs(ring).destroyAgain();

        assertThat(outside(ring).all())
                .contains(new KeyEpochs.KeyEpoch("agency:of-long-ago", 3), new KeyEpochs.KeyEpoch(holder, 1));
        Path file = dir.resolve("log/destroyed-keys");
        Files.writeString(file, Files.readString(file).replace("of-long-ago 3", "of-long-ago 4"));
        assertThatThrownBy(() -> outside(ring).all())
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining("was changed");
    }
}
