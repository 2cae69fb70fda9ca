package uk.mashhub.adapter.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.RandomSource;

class SealTest {
    private static final RandomSource RANDOM = seeded(42);
    private static final SealKeyPair HUB = SealKeyPair.generate(RANDOM);
    private static final String INTAKE = "hub.intake";
    private static final byte[] PLAIN = "14 Sample Row".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensWhatWasSealedForIt() throws SealBroken {
        Random random = new Random(7);
        for (int length : new int[] {0, 1, 15, 16, 17, 4096, 1 << 20}) {
            byte[] plain = new byte[length];
            random.nextBytes(plain);
            byte[] sealed = Seal.seal(HUB.publicKey(), INTAKE, plain);
            assertThat(sealed).hasSize(length + Seal.OVERHEAD);
            assertThat(Seal.open(HUB, INTAKE, sealed)).isEqualTo(plain);
        }
    }

    @Test
    void hidesTheBodyAndNeverSealsTwiceAlike() {
        byte[] sealed = Seal.seal(HUB.publicKey(), INTAKE, PLAIN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Sample");
        assertThat(Seal.seal(HUB.publicKey(), INTAKE, PLAIN)).isNotEqualTo(sealed);
    }

    @Test
    void doesNotOpenAtAnotherAddress() {
        byte[] sealed = Seal.seal(HUB.publicKey(), INTAKE, PLAIN);
        assertThatThrownBy(() -> Seal.open(HUB, "hub.answers", sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void doesNotOpenForAnotherRecipient() {
        byte[] sealed = Seal.seal(HUB.publicKey(), INTAKE, PLAIN);
        SealKeyPair other = SealKeyPair.generate(RANDOM);
        assertThatThrownBy(() -> Seal.open(other, INTAKE, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void noticesEveryChangedBit() {
        byte[] sealed = Seal.seal(HUB.publicKey(), INTAKE, PLAIN);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Seal.open(HUB, INTAKE, changed))
                    .as("bit " + bit)
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void refusesAnythingCutOrNoSealAtAll() {
        byte[] sealed = Seal.seal(HUB.publicKey(), INTAKE, PLAIN);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> Seal.open(HUB, INTAKE, cut)).isInstanceOf(SealBroken.class);
        }
        byte[] zeros = new byte[Seal.OVERHEAD + 5];
        zeros[0] = 1;
        assertThatThrownBy(() -> Seal.open(HUB, INTAKE, zeros)).isInstanceOf(SealBroken.class);
    }

    @Test
    void refusesKeysThatAreNone() {
        assertThatThrownBy(() -> Seal.seal(new byte[31], INTAKE, PLAIN)).isInstanceOf(IllegalArgumentException.class);
        // An all-zero key would make the shared secret known to everybody (RFC 9180 section 7.1.4).
        assertThatThrownBy(() -> Seal.seal(new byte[32], INTAKE, PLAIN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SealKeyPair.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsKeysToItself() throws SealBroken {
        assertThat(HUB).hasToString("SealKeyPair[not shown]");
        SealKeyPair stored = SealKeyPair.of(HUB.privateKey());
        assertThat(stored.publicKey()).isEqualTo(HUB.publicKey());
        assertThat(Seal.open(stored, INTAKE, Seal.seal(HUB.publicKey(), INTAKE, PLAIN)))
                .isEqualTo(PLAIN);
    }

    @Test
    void isHpkeAsTheRfcSaysIt() throws GeneralSecurityException {
        byte[] sealed = Seal.seal(HUB.publicKey(), INTAKE, PLAIN);
        byte[] opened = new Rfc9180(2)
                .open(
                        HUB.privateKey(),
                        HUB.publicKey(),
                        Arrays.copyOfRange(sealed, 1, 33),
                        "uk.mashhub seal 1\nhub.intake".getBytes(StandardCharsets.UTF_8),
                        new byte[] {1},
                        Arrays.copyOfRange(sealed, 33, sealed.length));
        assertThat(opened).isEqualTo(PLAIN);
    }

    /** RFC 9180 appendix A.1.1: it judges the judge. */
    @Test
    void isJudgedByAnOpenerThatOpensThePublishedVector() throws GeneralSecurityException {
        byte[] opened = new Rfc9180(1)
                .open(
                        hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"),
                        hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d"),
                        hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
                        hex("4f6465206f6e2061204772656369616e2055726e"),
                        hex("436f756e742d30"),
                        hex("f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9"
                                + "6d8770ac83d07bea87e13c512a"));
        assertThat(new String(opened, StandardCharsets.US_ASCII)).isEqualTo("Beauty is truth, truth beauty");
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static RandomSource seeded(long seed) {
        Random random = new Random(seed);
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
