package uk.mashhub.hub.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While it cannot be said who is signed in, because the database is away, people get the page that points to the paper process, and
 * systems a 503. That page needs no session and no database.
 */
final class SessionsAway extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionsAway.class);
    private static final String RETRY_AFTER_SECONDS = "30";

    private final BooleanSupplier refused;
    private final byte[] page;

    /** @param refused whether another hub keeps this one from running: it shows nothing then but its health */
    SessionsAway(BooleanSupplier refused) {
        this.refused = refused;
        try (InputStream in = SessionsAway.class.getResourceAsStream("/pages/away.html")) {
            if (in == null) {
                throw new IllegalStateException("no /pages/away.html on the class path");
            }
            this.page = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (refused.getAsBoolean() && !request.getRequestURI().startsWith("/actuator/")) {
            answer(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (response.isCommitted() || !Faults.ofInfrastructure(e)) {
                throw e;
            }
            LOG.error("a request was not served: {} is away", Faults.words(e));
            response.resetBuffer();
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        if (WebPath.ofSystems(request)) {
            SecurityReplies.refuse(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "transient",
                    "The hub cannot show anything now.");
        } else {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(page);
        }
    }
}
