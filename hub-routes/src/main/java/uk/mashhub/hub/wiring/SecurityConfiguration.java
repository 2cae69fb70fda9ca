package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.storage.SessionStore;

/** Who may come in where: agencies' systems at the doors, people at the pages and the desk's API, nobody elsewhere. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties({MetricsSettings.class, SecuritySettings.class, TlsSettings.class})
class SecurityConfiguration {

    @Bean
    ClientRegistrationRepository clientRegistrations(SecuritySettings settings) {
        return SecurityProvider.registrations(settings);
    }

    @Bean
    JwtDecoder bearerTokens(SecuritySettings settings) {
        return SecurityProvider.tokens(settings);
    }

    @Bean
    SecurityClaims securityClaims(Partnership partnership) {
        return new SecurityClaims(partnership);
    }

    @Bean
    SecurityClients securityClients(HubProperties hub) throws IOException {
        return new SecurityClients(SecurityClientFile.load(hub.dataDir().resolve("clients.properties")));
    }

    @Bean
    AuthenticationEventPublisher authenticationEvents(ApplicationEventPublisher events) {
        return new DefaultAuthenticationEventPublisher(events);
    }

    @Bean
    @Order(0)
    SecurityFilterChain metrics(HttpSecurity http, MetricsSettings settings, WebPorts ports) throws Exception {
        return SecurityMetrics.chain(http, settings, ports);
    }

    @Bean
    @Order(1)
    SecurityFilterChain doors(
            HttpSecurity http,
            SecurityClients clients,
            WebPorts ports,
            AuthenticationEventPublisher events,
            RateSettings rates,
            MeterRegistry meters)
            throws Exception {
        http.addFilterBefore(RateConfiguration.principals(rates, meters), AuthorizationFilter.class);
        return SecurityDoors.chain(http, clients, ports, events);
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            JwtDecoder tokens,
            SecuritySettings settings,
            SessionStore sessions,
            RateSettings rates,
            MeterRegistry meters)
            throws Exception {
        http.addFilterBefore(RateConfiguration.principals(rates, meters), AuthorizationFilter.class);
        SecurityBackChannel.on(http, registrations, sessions);
        return SecurityPages.chain(http, registrations, tokens, settings);
    }
}
