package uk.mashhub.hub.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses whoever asks too often (429, RFC 6585 section 4), before anything is read or looked up: nothing but how often they asked is
 * behind it.
 */
final class RateFilter extends OncePerRequestFilter {
    private static final int TOO_MANY = 429;

    private final RateLimit limit;
    private final Function<HttpServletRequest, Optional<String>> who;
    private final Runnable refused;

    /**
     * @param who asks; empty if it is nobody whose requests are counted here
     * @param refused is told of each that is
     */
    RateFilter(RateLimit limit, Function<HttpServletRequest, Optional<String>> who, Runnable refused) {
        this.limit = limit;
        this.who = who;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = who.apply(request).flatMap(limit::take);
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        refused.run();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(1 + wait.get().toSeconds()));
        if (WebPath.ofSystems(request)) {
            SecurityReplies.refuse(request, response, TOO_MANY, "throttled", "Too many requests.");
        } else {
            response.setStatus(TOO_MANY);
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream()
                    .write("Too many requests. Wait a moment, then try again.".getBytes(StandardCharsets.UTF_8));
        }
    }
}
