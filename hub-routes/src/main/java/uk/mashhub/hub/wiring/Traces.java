package uk.mashhub.hub.wiring;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Follows what a message causes across the hub's queues. A span says what was done, when, and to which enquiry by its id: never a
 * name, an address of a request, what an exception says, or which source was asked. No span is of a notice to a team: how many there
 * are says what a flag did (ruling 10). Names of spans are constants.
 *
 * <p>The context travels as {@code traceparent} (W3C Trace Context section 3.2) between the hub and itself alone: 16 bytes of
 * somebody else's choosing could hold an NHS number, and one trace at two agencies would tell both that they were asked about the same
 * family.
 */
public final class Traces {
    /** The header of a message from the hub's doors to its intake. */
    static final String HEADER = "traceparent";
    /** Which enquiry, by its random id. */
    private static final String ENQUIRY = "mash.enquiry";
    /** In the hub's own log: Elastic Common Schema's name. */
    private static final String LOGGED = "trace.id";

    /** Version 0, sampled. */
    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-01");

    private final Tracer tracer;
    private final boolean collected;

    Traces(Tracer tracer) {
        this(tracer, true);
    }

    private Traces(Tracer tracer, boolean collected) {
        this.tracer = tracer;
        this.collected = collected;
    }

    /** Whether anybody collects them: where nobody does, nobody need remember a context. */
    boolean collected() {
        return collected;
    }

    /** One that traces nothing. */
    static Traces none() {
        return new Traces(OpenTelemetry.noop().getTracer("none"), false);
    }

    /**
     * Does work in a span.
     *
     * @param parent a context as {@link #current} gave it; empty for a trace of its own, unless the thread is in one
     */
    void span(String name, SpanKind kind, Optional<String> parent, Runnable work) {
        if (!collected) {
            work.run();
            return;
        }
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind);
        parent.flatMap(Traces::context)
                .ifPresent(context -> builder.setParent(Context.root().with(Span.wrap(context))));
        Span span = builder.startSpan();
        MDC.put(LOGGED, span.getSpanContext().getTraceId());
        try (Scope scope = span.makeCurrent()) {
            work.run();
        } catch (RuntimeException | Error e) {
            // The kind alone: what it says may repeat a message.
            span.setStatus(StatusCode.ERROR, Faults.words(e));
            throw e;
        } finally {
            MDC.remove(LOGGED);
            span.end();
        }
    }

    /** What the thread does is about this enquiry. */
    static void about(Object enquiry) {
        Span.current().setAttribute(ENQUIRY, enquiry.toString());
    }

    /** A word of the hub's own, the same whoever it is about. */
    static void says(String name, String word) {
        Span.current().setAttribute("mash." + name, word);
    }

    /** The context that the thread is in; empty if in none. */
    public static Optional<String> current() {
        SpanContext now = Span.current().getSpanContext();
        return now.isValid() && now.isSampled()
                ? Optional.of("00-" + now.getTraceId() + "-" + now.getSpanId() + "-01")
                : Optional.empty();
    }

    private static Optional<SpanContext> context(String traceparent) {
        Matcher parts = FORM.matcher(traceparent);
        return parts.matches()
                ? Optional.of(SpanContext.createFromRemoteParent(
                                parts.group(1), parts.group(2), TraceFlags.getSampled(), TraceState.getDefault()))
                        .filter(SpanContext::isValid)
                : Optional.empty();
    }
}
