package uk.mashhub.simulators.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for the password again where a client wants it (OpenID Connect Core 1.0 section 3.1.2.1, {@code prompt=login}), once
 * for each of its requests. The library passes that word over.
 */
final class AskedAgain extends OncePerRequestFilter {
    private static final String ASKED = AskedAgain.class.getName();

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if ("login".equals(request.getParameter("prompt"))) {
            ask(request, response);
        }
        chain.doFilter(request, response);
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) {
        String state = String.valueOf(request.getParameter("state"));
        HttpSession session = request.getSession();
        if (!state.equals(session.getAttribute(ASKED))) {
            session.setAttribute(ASKED, state);
            SecurityContextHolder.clearContext();
            contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        }
    }
}
