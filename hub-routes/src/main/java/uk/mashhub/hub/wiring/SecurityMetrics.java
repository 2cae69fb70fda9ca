package uk.mashhub.hub.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.mashhub.hub.storage.OwnerOnly;

/** The door on the metrics' own port: a scrape and the health, for whoever has the token where one is set; nothing else. */
final class SecurityMetrics {
    static final String SCRAPE = "/actuator/prometheus";
    static final String HEALTH = "/actuator/health";

    private SecurityMetrics() {}

    static SecurityFilterChain chain(HttpSecurity http, MetricsSettings settings, WebPorts ports) throws Exception {
        Optional<byte[]> token = token(settings);
        return http.securityMatcher(request -> ports.isMetrics(request.getLocalPort()))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint(SecurityMetrics::refuse)
                        .accessDeniedHandler(SecurityMetrics::refuse))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, SCRAPE, HEALTH)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new Bearer(token), AuthorizationFilter.class)
                .build();
    }

    private static Optional<byte[]> token(MetricsSettings settings) throws IOException {
        return settings.tokenFile().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        OwnerOnly.secret(Path.of(settings.tokenFile().get())).getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException why)
            throws IOException {
        SecurityReplies.refuse(request, response, 404, "not-found", "There is no such door.");
    }

    /** Whoever scrapes must say the token, where there is one. */
    static final class Bearer extends OncePerRequestFilter {
        private final Optional<byte[]> token;

        Bearer(Optional<byte[]> token) {
            this.token = token;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (token.isEmpty() || says(request, token.get())) {
                chain.doFilter(request, response);
            } else {
                response.setHeader("WWW-Authenticate", "Bearer");
                SecurityReplies.refuse(request, response, 401, "login", "Send the token.");
            }
        }

        private static boolean says(HttpServletRequest request, byte[] token) {
            String header = request.getHeader("Authorization");
            return header != null
                    && header.startsWith("Bearer ")
                    && MessageDigest.isEqual(
                            header.substring("Bearer ".length()).getBytes(StandardCharsets.UTF_8), token);
        }
    }
}
