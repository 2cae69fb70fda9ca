package uk.mashhub.hub.wiring;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.TraceAsks;

class TickingTest {
    private final PlatformTransactionManager manager = mock(PlatformTransactionManager.class);
    private final EnquiryStore enquiries = mock(EnquiryStore.class);
    private final Publications publications = mock(Publications.class);
    private final FaultGate gate = mock(FaultGate.class);
    private final Alarms alarms = mock(Alarms.class);
    private final TraceAsks asks = mock(TraceAsks.class);
    private final Runnable expiry = mock(Runnable.class);
    private final Runnable links = mock(Runnable.class);
    private final Runnable sessions = mock(Runnable.class);
    private final Ticking ticking = new Ticking(
            new TransactionTemplate(manager),
            enquiries,
            mock(Outbox.class),
            mock(ReferralJourney.class),
            mock(ProducerTemplate.class),
            publications,
            gate,
            alarms,
            asks,
            List.of(new Ticking.Job("expiry", expiry), new Ticking.Job("links", links)),
            sessions,
            Traces.none(),
            Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void transactions() {
        when(manager.getTransaction(any())).thenAnswer(call -> new SimpleTransactionStatus());
    }

    @Test
    void putsADuePolicyInForceAlsoWhileNothingElseCanBeDone() {
        when(gate.fault()).thenReturn("NotInForce");

        ticking.clocks();

        verify(publications).start();
        verify(enquiries, never()).flipping(any(), anyInt());
    }

    @Test
    void goesOnWhereThePolicyCannotBeLookedAt() {
        when(gate.fault()).thenReturn("");
        when(publications.start()).thenThrow(new IllegalStateException("broken"));

        ticking.clocks();

        verify(enquiries).flipping(any(), anyInt());
    }

    @Test
    void dropsAsksForTracesWhenTheirHourIsOver() {
        when(gate.fault()).thenReturn("");

        ticking.clocks();

        verify(asks).dropBefore(Instant.parse("2026-11-02T08:00:00Z"));
    }

    @Test
    void dropsWhatWaitedTooLong() {
        when(gate.fault()).thenReturn("");

        ticking.clocks();

        verify(expiry).run();
    }

    @ParameterizedTest
    @MethodSource
    void doesEachThingWhateverBecomesOfThoseBefore(RuntimeException fault) {
        AtomicReference<String> away = new AtomicReference<>("");
        when(gate.fault()).thenAnswer(call -> away.get());
        doAnswer(call -> {
                    away.set(call.getArgument(0));
                    return null;
                })
                .when(gate)
                .shut(any());
        when(enquiries.flipping(any(), anyInt())).thenThrow(fault);
        doThrow(fault).when(alarms).look();
        doThrow(fault).when(asks).dropBefore(any());
        doThrow(fault).when(expiry).run();

        ticking.clocks();

        verify(alarms).look();
        verify(asks).dropBefore(any());
        verify(expiry).run();
        verify(links).run();
    }

    /** A mistake, and what shuts the gate. */
    static List<RuntimeException> doesEachThingWhateverBecomesOfThoseBefore() {
        return List.of(new IllegalStateException("broken"), new CannotCreateTransactionException("away"));
    }

    @Test
    void doesNothingElseWhileTheJourneyStands() {
        when(gate.fault()).thenReturn("BrokerAway");

        ticking.clocks();

        verify(links, never()).run();
    }

    /** Otherwise strangers' sessions would stay for as long as something else is broken. */
    @Test
    void dropsSessionsThatHaveEndedWhateverElseFails() {
        when(gate.fault()).thenReturn("");
        doThrow(new IllegalStateException("broken")).when(expiry).run();
        ticking.clocks();
        ticking.clocks();
        verify(sessions, times(2)).run();

        when(gate.fault()).thenReturn("BrokerAway");
        ticking.clocks();
        verify(sessions, times(3)).run();
    }
}
