package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.opentelemetry.api.OpenTelemetry;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.storage.Outbox;

class JourneyRoutesTest {
    private final Outbox outbox = mock(Outbox.class);
    private final JourneyRoutes routes = new JourneyRoutes(
            mock(Consumption.class),
            mock(ReferralJourney.class),
            mock(AnswerDoor.class),
            mock(Ticking.class),
            mock(JourneyMeters.class),
            mock(Watch.class),
            new Traces(OpenTelemetry.noop().getTracer("tests")),
            outbox);
    private final Exchange answer = new DefaultExchange(new DefaultCamelContext());

    /** Whatever is away then is found where the answer is taken, which shuts the gate; to which trace it belongs decides nothing. */
    @Test
    void takesAnAnswerWhoseTraceCannotBeLookedUp() {
        UUID question = UUID.fromString("0e2b2a4e-9e5b-4a2b-8a57-3c7c2f3a1d11");
        answer.getMessage().setHeader("JMSCorrelationID", question.toString());
        when(outbox.trace(any())).thenReturn(Optional.of("a trace"));
        assertThat(routes.asked(answer)).contains("a trace");

        when(outbox.trace(any())).thenThrow(new DataAccessResourceFailureException("away"));
        assertThat(routes.asked(answer)).isEmpty();
    }
}
