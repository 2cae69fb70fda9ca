package uk.mashhub.hub;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.context.annotation.Bean;

/** What the hub would tell a collector of traces. */
public class TestSpans {
    /** All that it told since the tests began. */
    public static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

    @Bean
    SpanExporter collector() {
        return SPANS;
    }
}
