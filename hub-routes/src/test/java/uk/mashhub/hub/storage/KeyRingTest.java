package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.Principal;

class KeyRingTest {
    private final RandomSource random = Seeded.source(815);
    private Path keystore;
    private Path password;

    @BeforeEach
    void folder() throws IOException {
        Path folder = OwnerOnly.folder(
                Path.of("target", "test-data", UUID.randomUUID().toString()));
        keystore = folder.resolve("hub.p12");
        password = folder.resolve("password");
        OwnerOnly.replace(password, "correct horse\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesTheSameKeysAfterARestart() {
        KeyRing before = KeyRing.create(keystore, password, random);
        byte[] seal = before.sealKey(new Principal("hub"));
        HolderKey holder = before.current("agency:exampleshire-police");
        String database = before.databasePassword("hub_app");

        KeyRing after = KeyRing.open(keystore, password, random);

        for (KeyUse use : KeyUse.values()) {
            assertThat(after.secret(use)).hasSize(32).isEqualTo(before.secret(use));
        }
        assertThat(after.sealKey(new Principal("hub"))).isEqualTo(seal);
        assertThat(after.databasePassword("hub_app")).isEqualTo(database).hasSize(64);
        assertThat(after.current("agency:exampleshire-police")).isEqualTo(holder);
    }

    @Test
    void givesEveryUseAndHolderAKeyOfItsOwn() {
        KeyRing keys = KeyRing.create(keystore, password, random);

        assertThat(keys.secret(KeyUse.BLOCKING)).isNotEqualTo(keys.secret(KeyUse.HANDLES));
        assertThat(keys.current("agency:a1").key())
                .isNotEqualTo(keys.current("agency:a2").key());
        assertThat(keys.sealKey(new Principal("a1"))).isNotEqualTo(keys.sealKey(new Principal("a2")));
    }

    @Test
    void sharesItsFileWithAnotherHub() {
        KeyRing one = KeyRing.create(keystore, password, random);
        KeyRing two = KeyRing.open(keystore, password, random);

        HolderKey made = one.current("agency:a1");

        assertThat(two.current("agency:a1")).isEqualTo(made);
        assertThat(two.holderKey("agency:a1", 1)).isEqualTo(made.key());
    }

    @Test
    void neverOverwritesAKeystore() {
        KeyRing before = KeyRing.create(keystore, password, random);

        assertThatThrownBy(() -> KeyRing.create(keystore, password, random)).hasMessageContaining("already");

        assertThat(KeyRing.open(keystore, password, random).secret(KeyUse.POLICY_SEAL))
                .isEqualTo(before.secret(KeyUse.POLICY_SEAL));
    }

    @Test
    void refusesAMissingKeystore() {
        assertThatThrownBy(() -> KeyRing.open(keystore, password, random)).isInstanceOf(KeyMissing.class);
        assertThat(keystore).doesNotExist();
    }

    @Test
    void refusesTheWrongPassword() throws IOException {
        KeyRing.create(keystore, password, random);
        OwnerOnly.replace(password, "wrong horse".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> KeyRing.open(keystore, password, random)).isInstanceOf(KeyMissing.class);
    }

    @Test
    void refusesAPasswordThatOthersCanRead() throws IOException {
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyRing.create(keystore, password, random))
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void keepsItsFileToItself() throws IOException {
        KeyRing.create(keystore, password, random);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)))
                .isEqualTo("rw-------");
    }
}
