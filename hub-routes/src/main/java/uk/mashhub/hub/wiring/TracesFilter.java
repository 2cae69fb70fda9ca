package uk.mashhub.hub.wiring;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A trace begins where something comes in that changes something: at a door, or with an act at the desk. Looking is not traced: who
 * looks at what is for the disclosure log alone. No header of the request is read, its address is not told.
 */
final class TracesFilter extends OncePerRequestFilter {
    private final Traces traces;

    TracesFilter(Traces traces) {
        this.traces = traces;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            traces.span("request", SpanKind.SERVER, Optional.empty(), () -> filtered(request, response, chain));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Wrapped e) {
            throw e.inner;
        }
    }

    private static void filtered(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new Wrapped(e);
        }
    }

    /** Through a span, which takes no checked exception. */
    private static final class Wrapped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ServletException inner;

        Wrapped(ServletException inner) {
            super(inner);
            this.inner = inner;
        }
    }
}
