package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.RandomSource;

class VaultTest {
    private static final byte[] PLAIN = "14 Larch Road, ZZ1 1AA".getBytes(StandardCharsets.UTF_8);
    private static final String HOLDER = "agency:exampleshire-police";

    private final RandomSource random = Seeded.source(4711);
    private final UUID row = random.uuid();
    private final BodyName name = new BodyName("enquiry_fact", row, 1);
    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        Path folder = OwnerOnly.folder(
                Path.of("target", "test-data", UUID.randomUUID().toString()));
        OwnerOnly.replace(folder.resolve("password"), "correct horse".getBytes(StandardCharsets.UTF_8));
        vault = new Vault(KeyRing.create(folder.resolve("hub.p12"), folder.resolve("password"), random), random);
    }

    @Test
    void opensWhatItSealed() {
        assertThat(vault.open(name, vault.seal(name, HOLDER, PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void sealsTheSameBodyDifferentlyEachTime() {
        SealedBody first = vault.seal(name, HOLDER, PLAIN);
        SealedBody second = vault.seal(name, HOLDER, PLAIN);

        assertThat(first.body()).isNotEqualTo(second.body());
        assertThat(first.wrappedKey()).isNotEqualTo(second.wrappedKey());
    }

    @Test
    void refusesABodyOfAnotherRow() {
        SealedBody sealed = vault.seal(name, HOLDER, PLAIN);

        refuses(new BodyName("enquiry_fact", random.uuid(), 1), sealed);
    }

    @Test
    void refusesABodyOfAnotherTable() {
        refuses(new BodyName("view_body", row, 1), vault.seal(name, HOLDER, PLAIN));
    }

    @Test
    void refusesABodyOfAnotherVersion() {
        refuses(new BodyName("enquiry_fact", row, 2), vault.seal(name, HOLDER, PLAIN));
    }

    @Test
    void refusesABodyOfAnotherHolder() {
        SealedBody sealed = vault.seal(name, HOLDER, PLAIN);
        String other = "agency:exampleshire-health";
        vault.seal(name, other, PLAIN);

        refuses(name, new SealedBody(other, sealed.epoch(), sealed.wrappedKey(), sealed.body()));
    }

    @Test
    void refusesTheBodyOfOneWithTheKeyOfAnother() {
        SealedBody sealed = vault.seal(name, HOLDER, PLAIN);
        SealedBody second = vault.seal(name, HOLDER, PLAIN);

        refuses(name, new SealedBody(HOLDER, 1, second.wrappedKey(), sealed.body()));
    }

    @Test
    void refusesAnyOneFlippedBit() {
        Random bits = new Random(99);
        SealedBody sealed = vault.seal(name, HOLDER, PLAIN);
        for (int i = 0; i < 300; i++) {
            byte[] body = sealed.body().clone();
            byte[] key = sealed.wrappedKey().clone();
            byte[] target = bits.nextBoolean() ? body : key;
            target[bits.nextInt(target.length)] ^= (byte) (1 << bits.nextInt(8));

            refuses(name, new SealedBody(HOLDER, 1, key, body));
        }
    }

    @Test
    void refusesABodyThatIsTooShort() {
        SealedBody sealed = vault.seal(name, HOLDER, PLAIN);
        for (int length = 0; length < 28; length++) {
            refuses(name, new SealedBody(HOLDER, 1, sealed.wrappedKey(), new byte[length]));
        }
    }

    @Test
    void refusesAnEpochWhoseKeyIsGone() {
        SealedBody sealed = vault.seal(name, HOLDER, PLAIN);

        assertThatThrownBy(() -> vault.open(name, new SealedBody(HOLDER, 2, sealed.wrappedKey(), sealed.body())))
                .isInstanceOf(KeyMissing.class);
    }

    private void refuses(BodyName where, SealedBody sealed) {
        assertThatThrownBy(() -> vault.open(where, sealed))
                .isInstanceOf(VaultBroken.class)
                .hasMessageNotContaining("Larch");
    }
}
