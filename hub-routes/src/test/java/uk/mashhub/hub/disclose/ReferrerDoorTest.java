package uk.mashhub.hub.disclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.proof.Receipt;
import uk.mashhub.hub.storage.OutcomeStore;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.ReferralId;

class ReferrerDoorTest {
    private static final Principal SCHOOL = new Principal("school-form");
    private static final UUID RECEIPT = UUID.fromString("4f2a8b90-13d5-8c77-9e21-6a0b5c9d8e10");
    private static final DisclosureId TOLD = new DisclosureId(UUID.fromString("0d7d9a3e-8a51-4a0e-b5a6-77f8d9c1e002"));
    private static final byte[] CONTENT = {1};

    private final Senders senders = mock(Senders.class);
    private final OutcomeStore outcomes = mock(OutcomeStore.class);
    private final LogReceipts receipts = mock(LogReceipts.class);
    private final Audit audit = mock(Audit.class);
    private final ReferrerDoor door = new ReferrerDoor(
            senders, outcomes, receipts, audit, new TransactionTemplate(mock(PlatformTransactionManager.class)));

    @BeforeEach
    void tellsTheSchool() {
        Sender school = mock(Sender.class);
        when(school.principal()).thenReturn(SCHOOL);
        when(senders.of(SCHOOL)).thenReturn(Optional.of(school));
        when(outcomes.find(new ReferralId(RECEIPT), SCHOOL))
                .thenReturn(Optional.of(new OutcomeStore.Outcome(TOLD, CONTENT)));
    }

    @Test
    void letsNothingLeaveTheRoomBeforeTheLogProvesIt() {
        when(receipts.of(TOLD)).thenReturn(Optional.of(new Receipt(TOLD, Receipt.Kind.PROMISE, CONTENT)));
        assertThat(door.fetch(SCHOOL, RECEIPT)).isEmpty();
        assertThat(door.receipt(SCHOOL, RECEIPT)).isEmpty();
        verify(audit, never()).fetched(any(), any(), any());

        when(receipts.proves(TOLD)).thenReturn(true);
        assertThat(door.fetch(SCHOOL, RECEIPT)).contains(CONTENT);
        verify(audit).fetched(any(), any(), any());
    }

    @Test
    void givesTheReceiptToWhomeverItWasToldToAndLogsThat() {
        when(receipts.of(TOLD)).thenReturn(Optional.of(new Receipt(TOLD, Receipt.Kind.WITNESSED, CONTENT)));
        assertThat(door.receipt(SCHOOL, RECEIPT)).contains(new Receipt(TOLD, Receipt.Kind.WITNESSED, CONTENT));
        verify(audit).fetched(any(), any(), any());
        assertThat(door.receipt(new Principal("public-form"), RECEIPT)).isEmpty();
    }
}
