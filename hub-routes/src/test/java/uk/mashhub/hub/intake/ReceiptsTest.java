package uk.mashhub.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

class ReceiptsTest {
    private static final Principal SCHOOL = new Principal("school-form");
    private static final MessageId ID = new MessageId("m-1");

    @Test
    void areOneForOneMessageOnEveryInstance() {
        assertThat(new Receipts(new byte[32]).of(SCHOOL, ID, new byte[32]))
                .isEqualTo(new Receipts(new byte[32]).of(SCHOOL, ID, new byte[32]));
    }

    @Test
    void sayNothingWithoutTheKey() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new Receipts(new byte[32]).of(SCHOOL, ID, new byte[32]))
                .isNotEqualTo(new Receipts(other).of(SCHOOL, ID, new byte[32]));
    }

    @Test
    void haveTheFormOfAUuid() {
        var receipt = new Receipts(new byte[32]).of(SCHOOL, ID, new byte[32]);
        assertThat(receipt.version()).isEqualTo(8);
        assertThat(receipt.variant()).isEqualTo(2);
    }
}
