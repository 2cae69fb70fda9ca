package uk.mashhub.hub.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * The pages and the desk's API: people, by a session after signing in at the provider, or by one of its bearer tokens. A
 * session's requests that change something carry a CSRF token; a bearer token is its own proof.
 */
final class SecurityPages {
    static final String SIGN_IN = "/oauth2/authorization/" + SecurityProvider.ID;
    static final String FAILED = "/sign-in-failed";

    private SecurityPages() {}

    static SecurityFilterChain chain(
            HttpSecurity http, ClientRegistrationRepository registrations, JwtDecoder tokens, SecuritySettings settings)
            throws Exception {
        SecurityHeaders.on(http, settings.origin());
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/webjars/**", "/assets/**", "/hub.css", "/hub.svg", "/error", FAILED)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(SIGN_IN)
                        .failureHandler(SecurityPages::refused)
                        .authorizedClientRepository(new SecurityNoTokens())
                        .authorizationEndpoint(
                                request -> request.authorizationRequestResolver(new SecurityFreshSignIn(registrations)))
                        .userInfoEndpoint(user -> user.oidcUserService(idTokenOnly())))
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> jwt.decoder(tokens)).authenticationEntryPoint(SecurityPages::whoAreYou))
                .logout(logout -> logout.logoutSuccessHandler(signingOut(registrations)))
                .requestCache(cache -> cache.requestCache(whereTheyWere()))
                .exceptionHandling(e ->
                        e.authenticationEntryPoint(SecurityPages::whoAreYou).accessDeniedHandler(SecurityPages::denied))
                .build();
    }

    /** All claims that count stand in the ID token; a second source could only contradict it. */
    private static OidcUserService idTokenOnly() {
        OidcUserService users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        return users;
    }

    /** OpenID Connect RP-Initiated Logout 1.0. */
    private static OidcClientInitiatedLogoutSuccessHandler signingOut(ClientRegistrationRepository registrations) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        SecurityEvents.refused(e);
        response.sendRedirect(request.getContextPath() + FAILED);
    }

    private static HttpSessionRequestCache whereTheyWere() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(SecurityPages::aPage);
        return cache;
    }

    /** Whether somebody could want to come back to it after signing in. */
    private static boolean aPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !WebPath.ofSystems(request)
                && !(WebPath.of(request) + "/").startsWith("/actuator/");
    }

    private static void whoAreYou(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, jakarta.servlet.ServletException {
        if (WebPath.ofSystems(request) || request.getHeader("Authorization") != null) {
            response.setHeader("WWW-Authenticate", "Bearer");
            SecurityReplies.refuse(request, response, 401, "login", "Sign in first.");
        } else {
            new LoginUrlAuthenticationEntryPoint(SIGN_IN).commence(request, response, e);
        }
    }

    /** In practice: the session has ended while a form was open, and with it the form's token. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, jakarta.servlet.ServletException {
        if (WebPath.ofSystems(request)) {
            SecurityReplies.refuse(request, response, 403, "forbidden", "The session or its CSRF token is not valid.");
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher("/sign-in-again").forward(request, response);
        }
    }
}
