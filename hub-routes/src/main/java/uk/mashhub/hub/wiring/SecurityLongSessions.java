package uk.mashhub.hub.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session after the longest shift, however busy it is: a screen that somebody left open, or a stolen cookie, is good for so
 * long and no longer (OWASP ASVS 5.0, 7.3.2). A session that idles ends earlier ({@code server.servlet.session.timeout}).
 */
final class SecurityLongSessions extends OncePerRequestFilter {
    /** Looked at by the request before, which was half an hour ago at most: 12 hours in all. */
    static final Duration LONGEST = Duration.ofHours(12).minusMinutes(30);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && over(session)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    /** By the server's own clock for sessions, at both ends. */
    private static boolean over(HttpSession session) {
        return session.getLastAccessedTime() - session.getCreationTime() > LONGEST.toMillis();
    }
}
