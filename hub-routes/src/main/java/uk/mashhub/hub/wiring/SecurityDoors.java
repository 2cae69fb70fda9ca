package uk.mashhub.hub.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The doors for agencies' systems: HTTPS, HTTP Basic (RFC 7617) in every request, no session, a few addresses. Whatever else
 * arrives on the doors' own port ends here too.
 */
final class SecurityDoors {
    static final String REFERRALS = "/api/referrals";
    static final String MESSAGES = "/fhir/$process-message";
    /** One segment: the receipt. */
    static final String OUTCOMES = "/api/referrals/*/outcome";

    static final String OUTCOME_RECEIPTS = OUTCOMES + "/receipt";

    static final String TASKS = "/fhir/Task/*";

    private static final AuthenticationEntryPoint WHO_ARE_YOU = (request, response, e) -> {
        response.setHeader("WWW-Authenticate", "Basic realm=\"MASH hub\", charset=\"UTF-8\"");
        SecurityReplies.refuse(request, response, 401, "login", "Wrong principal or secret.");
    };

    private static final AccessDeniedHandler NOT_HERE = (request, response, e) ->
            SecurityReplies.refuse(request, response, 404, "not-found", "There is no such door.");

    private SecurityDoors() {}

    static SecurityFilterChain chain(
            HttpSecurity http, SecurityClients clients, WebPorts ports, AuthenticationEventPublisher events)
            throws Exception {
        ProviderManager systems = new ProviderManager(clients);
        systems.setAuthenticationEventPublisher(events);
        return http.securityMatcher(request -> takes(request, ports))
                .authenticationManager(systems)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(WHO_ARE_YOU))
                .exceptionHandling(e -> e.authenticationEntryPoint(WHO_ARE_YOU).accessDeniedHandler(NOT_HERE))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, REFERRALS, MESSAGES)
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, OUTCOMES, OUTCOME_RECEIPTS, TASKS)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new EncryptedOnly(), BasicAuthenticationFilter.class)
                .build();
    }

    /** Whether a request ends here, and not at the pages. */
    static boolean takes(HttpServletRequest request, WebPorts ports) {
        return door(request) || ports.isDoors(request.getLocalPort());
    }

    private static boolean door(HttpServletRequest request) {
        String path = WebPath.of(request);
        return path.equals(REFERRALS)
                || path.startsWith(REFERRALS + "/")
                || path.startsWith("/fhir/")
                || path.equals("/fhir");
    }

    /** A secret sent in the clear is refused before it is looked at, so that the refusal says nothing about it. */
    private static final class EncryptedOnly extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.isSecure()) {
                chain.doFilter(request, response);
            } else {
                SecurityReplies.refuse(request, response, 403, "security", "This door is open over HTTPS only.");
            }
        }
    }
}
