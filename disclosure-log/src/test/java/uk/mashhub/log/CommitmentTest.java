package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CommitmentTest {
    private static final byte[] CONTENT = Drafts.utf8("{\"line\":\"seen at Exampleton clinic\"}");

    private final LogRoom room = new LogRoom(24);
    private final Salt salt = new Salt("line-1", room.random.apply(32));

    @Test
    void opensWithItsContentAndSaltOnly() {
        Commitment commitment = Commitment.to(CONTENT, salt);

        assertThat(commitment.opensWith(CONTENT, salt)).isTrue();
        assertThat(commitment.opensWith(Drafts.utf8("other"), salt)).isFalse();
        assertThat(commitment.opensWith(CONTENT, new Salt("line-1", room.random.apply(32))))
                .isFalse();
    }

    @Test
    void closesForEveryFlippedBitOfSaltAndContent() {
        Commitment commitment = Commitment.to(CONTENT, salt);
        for (int bit = 0; bit < CONTENT.length * 8; bit++) {
            assertThat(commitment.opensWith(flipped(CONTENT, bit), salt)).isFalse();
        }
        for (int bit = 0; bit < Salt.LENGTH * 8; bit++) {
            assertThat(commitment.opensWith(CONTENT, new Salt("line-1", flipped(salt.bytes(), bit))))
                    .isFalse();
        }
    }

    @Test
    void hasAKnownFormThatOthersCanMakeAgain() {
        // sha256(b'uk.mashhub.log.commitment.v1\0' + bytes(32) + b'{}'), made with another tool.
        Commitment commitment = Commitment.to(Drafts.utf8("{}"), new Salt("trace", new byte[32]));
        assertThat(commitment.hex()).isEqualTo("046ad0238da92cb5cab274087cd1f3871f54c95dd673440f52652f183930915a");
    }

    @Test
    void standsInItsEntryUnderItsNameOnly() {
        Logged logged = room.log().append(Drafts.aDisclosureOfLines(2));
        byte[] content = Drafts.utf8("Maya Okonkwo-Test line 2");
        Commitment commitment = Commitment.to(content, logged.salts().get(2));

        assertThat(commitment.standsIn(logged.entry(), "line-2")).isTrue();
        assertThat(commitment.standsIn(logged.entry(), "line-1")).isFalse();
        assertThat(Commitment.to(content, logged.salts().get(1)).standsIn(logged.entry(), "line-2"))
                .isFalse();
    }

    @Test
    void refusesSaltsOfAnotherLength() {
        int length = new Random(7).nextInt(32);
        assertThatIllegalArgumentException().isThrownBy(() -> new Salt("trace", new byte[length]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Salt("trace", new byte[33]));
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        return flipped;
    }
}
