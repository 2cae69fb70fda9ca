package uk.mashhub.hub.wiring;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What makes spans, if anybody collects them. */
final class TracesProvider implements AutoCloseable {
    private static final int LAST_SECONDS = 5;

    private final Optional<SdkTracerProvider> provider;

    TracesProvider(Optional<SdkTracerProvider> provider) {
        this.provider = provider;
    }

    Traces traces() {
        return provider.map(p -> new Traces(p.get("uk.mashhub.hub"))).orElseGet(Traces::none);
    }

    /** Hands over what is finished, as far as the collector takes it soon. */
    void flush() {
        provider.ifPresent(p -> p.forceFlush().join(LAST_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        provider.ifPresent(p -> p.shutdown().join(LAST_SECONDS, TimeUnit.SECONDS));
    }
}
