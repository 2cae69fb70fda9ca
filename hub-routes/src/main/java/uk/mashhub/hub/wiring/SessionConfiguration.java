package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.SessionKeys;
import uk.mashhub.hub.storage.SessionStore;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.model.RandomSource;

/** Sessions in the database, in place of the web server's own, so that every hub of the database knows who is signed in. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);
    /** Browsers, providers and certificates go by the machine's clock; so do sessions, whatever clock a test gives the hub. */
    private static final Clock MACHINE = Clock.systemUTC();

    @Bean
    SessionStore sessionStore(JdbcClient jdbc, Vault vault, KeyRing keys) {
        return new SessionStore(jdbc, vault, keys);
    }

    @Bean
    SessionsOfPages sessionsOfPages(
            SessionStore store,
            RandomSource random,
            MeterRegistry meters,
            @Value("${server.servlet.session.timeout}") Duration idle) {
        return new SessionsOfPages(
                store,
                new SessionContent(SessionConfiguration.class.getClassLoader()),
                SessionRoom.in(store, SessionRoom.MOST, meters),
                idle,
                MACHINE,
                random);
    }

    /** Once an hour: it reads the keystore. */
    @Bean
    RouteBuilder sessionKeyRoutes(KeyRing keys) {
        SessionKeys sessions = new SessionKeys(keys, SessionsOfPages.LONGEST);
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("timer:session-keys?period=3600000&delay=60000")
                        .routeId("session-keys")
                        .process(e -> look(sessions));
            }
        };
    }

    private static void look(SessionKeys sessions) {
        try {
            sessions.look(MACHINE.instant());
        } catch (RuntimeException e) {
            LOG.error("the keys of sessions are not renewed: {}", Faults.words(e));
        }
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<SessionOfPages>> sessionFilter(
            SessionsOfPages sessions, @Value("${server.servlet.session.cookie.name}") String name) {
        SessionRepositoryFilter<SessionOfPages> filter = new SessionRepositoryFilter<>(sessions);
        CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie(name));
        filter.setHttpSessionIdResolver(cookies);
        return registered(filter, SessionRepositoryFilter.DEFAULT_ORDER);
    }

    /** As a browser wants one of the prefix {@code __Host-} (RFC 6265bis section 4.1.3.2). */
    private static DefaultCookieSerializer cookie(String name) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    @Bean
    FilterRegistrationBean<SessionsAway> sessionsAway(Instances instances) {
        return registered(new SessionsAway(instances::refused), SessionRepositoryFilter.DEFAULT_ORDER - 1);
    }

    private static <T extends Filter> FilterRegistrationBean<T> registered(T filter, int order) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        registration.setOrder(order);
        return registration;
    }
}
