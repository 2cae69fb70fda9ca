package uk.mashhub.hub.wiring;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.model.RandomSource;

/** Traces by OpenTelemetry: off, without a thread or a connection, unless {@code hub.traces.url} names a collector. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracesSettings.class)
class TracesConfiguration {

    /** @param instead of the collector, where a test looks at spans itself */
    @Bean(destroyMethod = "close")
    TracesProvider tracesProvider(TracesSettings settings, ObjectProvider<SpanExporter> instead, RandomSource random)
            throws IOException {
        Optional<SpanExporter> given = Optional.ofNullable(instead.getIfAvailable());
        Optional<SpanExporter> exporter = given.isPresent() ? given : collector(settings);
        return new TracesProvider(exporter.map(to -> provider(to, random)));
    }

    @Bean
    Traces traces(TracesProvider provider) {
        return provider.traces();
    }

    @Bean
    FilterRegistrationBean<TracesFilter> tracesFilter(Traces traces) {
        FilterRegistrationBean<TracesFilter> filter = new FilterRegistrationBean<>(new TracesFilter(traces));
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    private static Optional<SpanExporter> collector(TracesSettings settings) throws IOException {
        if (settings.url().isEmpty()) {
            return Optional.empty();
        }
        OtlpHttpSpanExporterBuilder builder =
                OtlpHttpSpanExporter.builder().setEndpoint(settings.url().get());
        if (settings.certificate().isPresent()) {
            builder.setTrustedCertificates(
                    Files.readAllBytes(Path.of(settings.certificate().get())));
        }
        if (settings.tokenFile().isPresent()) {
            builder.addHeader(
                    "Authorization",
                    "Bearer " + OwnerOnly.secret(Path.of(settings.tokenFile().get())));
        }
        return Optional.of(builder.build());
    }

    private static SdkTracerProvider provider(SpanExporter to, RandomSource random) {
        SpanProcessor later = BatchSpanProcessor.builder(to).build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "mash-hub")))
                .setIdGenerator(ids(random))
                .addSpanProcessor(later)
                .build();
    }

    /** Random and nothing else: no host, no time. */
    private static IdGenerator ids(RandomSource random) {
        return new IdGenerator() {
            @Override
            public String generateTraceId() {
                return HexFormat.of().formatHex(random.bytes(16));
            }

            @Override
            public String generateSpanId() {
                return HexFormat.of().formatHex(random.bytes(8));
            }
        };
    }
}
