package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Source;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.Principal;

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
    SecurityClients securityClients(
            HubProperties hub, Environment environment, Partnership partnership, RandomSource random)
            throws IOException {
        Path file = hub.dataDir().resolve("clients.properties");
        if (environment.getProperty("hub.demo", Boolean.class, false)) {
            SecurityClientFile.makeForDemo(file, feeds(partnership), random);
        }
        return new SecurityClients(SecurityClientFile.load(file));
    }

    private static List<Principal> feeds(Partnership partnership) {
        return partnership.areas().stream()
                .flatMap(area -> area.agencies().stream())
                .flatMap(agency -> agency.sources().stream())
                .filter(source -> source.use() == Source.Use.FEED)
                .map(Source::principal)
                .toList();
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
            HttpSecurity http, SecurityClients clients, WebPorts ports, AuthenticationEventPublisher events)
            throws Exception {
        return SecurityDoors.chain(http, clients, ports, events);
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, ClientRegistrationRepository registrations, JwtDecoder tokens, SecuritySettings settings)
            throws Exception {
        return SecurityPages.chain(http, registrations, tokens, settings);
    }
}
