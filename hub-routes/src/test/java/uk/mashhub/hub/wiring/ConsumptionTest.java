package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.storage.Attempts;
import uk.mashhub.model.id.EnquiryId;

/** What becomes of a message that fails (ADR 0006). */
@ExtendWith(OutputCaptureExtension.class)
class ConsumptionTest {
    private final Attempts attempts = mock(Attempts.class);
    private final Quarantine quarantine = mock(Quarantine.class);
    private final FaultGate gate = mock(FaultGate.class);
    private final Consumption.Effect effect = mock(Consumption.Effect.class);
    private final Consumption consumption = new Consumption(
            new TransactionTemplate(mock(PlatformTransactionManager.class)),
            attempts,
            quarantine,
            gate,
            Clock.systemUTC());
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @BeforeEach
    void message() {
        exchange.getMessage().setBody(new byte[] {1});
    }

    private void failsWith(Throwable fault) {
        doThrow(fault).when(effect).take(any(), any(), any());
    }

    private void comesAgain() {
        assertThatThrownBy(() -> consumption.consume(exchange, effect)).isInstanceOf(Consumption.Again.class);
    }

    @Test
    void isSetAsideAtTheLastAttemptAndAtNoneBefore() {
        failsWith(new IllegalStateException("not to be repeated"));
        when(attempts.failed(any(), any(), any())).thenReturn(Consumption.ATTEMPTS - 1, Consumption.ATTEMPTS);

        comesAgain();
        verify(effect, never()).setAside(any(), any(), anyString());

        consumption.consume(exchange, effect);
        verify(effect).setAside(any(), any(), org.mockito.ArgumentMatchers.startsWith("IllegalStateException at "));
        verify(quarantine, never()).failing(any(), anyString(), any(), anyString());
        verify(gate, never()).shut(anyString());
    }

    @Test
    void isKeptAtLeastIfItCannotEvenBePutOnTheBoard() {
        failsWith(new IllegalStateException());
        doThrow(new IllegalStateException()).when(effect).setAside(any(), any(), anyString());
        when(attempts.failed(any(), any(), any())).thenReturn(Consumption.ATTEMPTS);

        consumption.consume(exchange, effect);

        verify(quarantine).failing(any(), anyString(), any(), anyString());
        verify(gate, never()).shut(anyString());
    }

    @Test
    void countsNothingWhileTheHubLacksMemoryOrAClass() {
        for (Error fault : new Error[] {new OutOfMemoryError(), new NoClassDefFoundError()}) {
            failsWith(fault);
            comesAgain();
            verify(gate).shut(fault.getClass().getSimpleName());
        }
        verify(attempts, never()).failed(any(), any(), any());
    }

    @Test
    void countsAStackThatOverflows() {
        failsWith(new StackOverflowError());
        when(attempts.failed(any(), any(), any())).thenReturn(1);

        comesAgain();

        verify(gate, never()).shut(anyString());
        verify(attempts).failed(any(), any(), any());
    }

    @Test
    void saysWhyMessagesCouldNotBeTakenTogetherAndTakesEachAlone(CapturedOutput output) {
        when(effect.about(any())).thenReturn(Optional.of(new EnquiryId(new UUID(1, 2))));
        doThrow(new IllegalStateException("not to be repeated")).when(effect).take(anyList());

        consumption.consume(exchange, effect);

        verify(effect).take(any(), any(), any());
        assertThat(output.getAll())
                .containsOnlyOnce("each is tried alone: IllegalStateException at ")
                .doesNotContain("not to be repeated");
    }

    @Test
    void countsNothingWhenTwoTransactionsWaitedForEachOther() {
        failsWith(new CannotAcquireLockException("deadlock"));

        comesAgain();

        verify(gate, never()).shut(anyString());
        verify(attempts, never()).failed(any(), any(), any());
    }
}
