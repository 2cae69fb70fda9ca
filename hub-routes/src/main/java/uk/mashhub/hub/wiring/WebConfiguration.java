package uk.mashhub.hub.wiring;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.mashhub.model.RandomSource;

/** What screens and doors stand on: ports, TLS, and the reader of each request. */
@EnableConfigurationProperties(MetricsSettings.class)
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final SecurityClaims claims;

    WebConfiguration(SecurityClaims claims) {
        this.claims = claims;
    }

    @Bean
    static WebPorts webPorts(HubProperties hub, Environment environment) {
        PagesAddress.check(environment);
        return new WebPorts(hub.dataDir());
    }

    @Bean
    static MetricsConnector metricsConnector(MetricsSettings settings) {
        return new MetricsConnector(settings);
    }

    @Bean
    static TlsConnector tlsConnector(
            TlsSettings settings, HubProperties hub, Environment environment, Clock clock, RandomSource random) {
        return new TlsConnector(settings, hub, environment, clock, random);
    }

    /** Under the name by which the dispatcher looks for it. */
    @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    static FlashMapManager webFlash() {
        return new WebFlash();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new WebReader(claims));
    }
}
