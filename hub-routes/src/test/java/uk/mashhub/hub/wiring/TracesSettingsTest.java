package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.jms.Message;
import java.util.Collections;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsBinding;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;

/** Traces are off unless they are wanted, go nowhere in clear, and take nothing from outside. */
class TracesSettingsTest {
    private static final String CONTEXT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Traces traces = new Traces(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build()
            .get("test"));

    private static TracesSettings settings(String url) {
        return new TracesSettings(Optional.of(url), Optional.empty(), Optional.empty());
    }

    @Test
    @SuppressWarnings("unchecked")
    void areOffWithoutACollector() throws Exception {
        TracesSettings none = new TracesSettings(Optional.empty(), Optional.empty(), Optional.empty());
        try (TracesProvider off = new TracesConfiguration()
                .tracesProvider(none, (ObjectProvider<SpanExporter>) mock(ObjectProvider.class), byte[]::new)) {
            assertThat(off.traces().collected()).isFalse();
            off.traces().span("intake", SpanKind.CONSUMER, Optional.of(CONTEXT), () -> {
                assertThat(Traces.current()).as("what is sent on names none").isEmpty();
                assertThat(MDC.get("trace.id")).isNull();
            });
        }
    }

    @Test
    void goNowhereInClear() {
        assertThatThrownBy(() -> settings("http://collector.example.org:4318/v1/traces"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hub.traces.url");
        assertThat(settings("https://collector.example.org:4318/v1/traces").url())
                .isPresent();
        assertThat(settings("http://127.0.0.1:4318/v1/traces").url()).isPresent();
    }

    @Test
    void goOnFromAContextOfTheHubsOwnAndFromNothingElse() {
        traces.span(
                "intake",
                SpanKind.CONSUMER,
                Optional.of(CONTEXT),
                () -> assertThat(Traces.current())
                        .hasValueSatisfying(c -> assertThat(c).startsWith("00-0af7651916cd43dd8448eb211c80319c-")));
        for (String other : new String[] {
            "", "Quilla Invented", CONTEXT + "-more", CONTEXT.toUpperCase(java.util.Locale.ROOT), "00" + "-0".repeat(9)
        }) {
            spans.reset();
            traces.span("intake", SpanKind.CONSUMER, Optional.of(other), () -> {});
            SpanData span = spans.getFinishedSpanItems().get(0);
            assertThat(span.getParentSpanContext().isValid()).as(other).isFalse();
        }
    }

    @Test
    void takeAContextFromTheDoorsAlone() throws Exception {
        assertThat(JourneyRoutes.fromTheDoors(from("hub-door"))).contains(CONTEXT);
        assertThat(JourneyRoutes.fromTheDoors(from("police-notifications"))).isEmpty();
        assertThat(JourneyRoutes.fromTheDoors(new DefaultExchange(new DefaultCamelContext())))
                .isEmpty();
    }

    /** A message as the broker hands it over: it says who sent it. */
    private static Exchange from(String principal) throws Exception {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        Message message = mock(Message.class);
        when(message.getStringProperty("_AMQ_VALIDATED_USER")).thenReturn(principal);
        when(message.getPropertyNames()).thenReturn(Collections.emptyEnumeration());
        JmsMessage in = new JmsMessage(exchange, message, null, new JmsBinding());
        in.setHeader(Traces.HEADER, CONTEXT);
        exchange.setMessage(in);
        return exchange;
    }

    @Test
    void sayOfAFaultWhatKindItIsAndNoMore() {
        assertThatThrownBy(() -> traces.span("intake", SpanKind.CONSUMER, Optional.empty(), () -> {
                    Traces.about("4b5c0c2e-3a7d-4f0a-9c58-8b6f0d1c2e3a");
                    assertThat(MDC.get("trace.id")).as("in the hub's own log").hasSize(32);
                    throw new IllegalStateException("Quilla Invented of 3 Made Up Street");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(MDC.get("trace.id")).isNull();
        SpanData span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getStatus())
                .isEqualTo(StatusData.create(io.opentelemetry.api.trace.StatusCode.ERROR, "IllegalStateException"));
        assertThat(span.getEvents()).isEmpty();
        assertThat(span.toString()).doesNotContain("Quilla", "Made Up");
    }
}
