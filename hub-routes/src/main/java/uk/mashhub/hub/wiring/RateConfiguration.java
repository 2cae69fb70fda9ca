package uk.mashhub.hub.wiring;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Who is counted how: addresses before anything else is looked at, people and systems once they have said who they are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateSettings.class)
class RateConfiguration {
    /** Before sessions are looked at, and so before a database is asked. */
    private static final int FIRST = SessionRepositoryFilter.DEFAULT_ORDER - 3;

    /** Whoever waits for a turn waits by the machine's clock, whatever clock a test gives the hub. */
    private static final Clock MACHINE = Clock.systemUTC();

    /** Of an address of the Internet's sixth version whoever has it has these bytes; the rest they choose themselves. */
    private static final int OWN_BYTES = 8;

    @Bean
    FilterRegistrationBean<Filter> addressRate(RateSettings settings) {
        return registered(
                new RateFilter(new RateLimit(settings.address(), MACHINE), RateConfiguration::counted), FIRST);
    }

    @Bean
    FilterRegistrationBean<Filter> strangerRate(RateSettings settings, Environment environment) {
        String cookie = environment.getRequiredProperty("server.servlet.session.cookie.name");
        return registered(
                new RateFilter(
                        new RateLimit(settings.strangers(), MACHINE),
                        request -> counted(request).filter(address -> stranger(request, cookie))),
                FIRST + 1);
    }

    private static FilterRegistrationBean<Filter> registered(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    /** For the chains that know who asks. */
    static RateFilter principals(RateSettings settings) {
        return new RateFilter(new RateLimit(settings.principal(), MACHINE), request -> principal());
    }

    private static Optional<String> principal() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(who -> !(who instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }

    /** Whoever asks whether the hub runs must always hear it. */
    private static Optional<String> counted(HttpServletRequest request) {
        return WebPath.of(request).startsWith("/actuator/") ? Optional.empty() : Optional.of(address(request));
    }

    static String address(HttpServletRequest request) {
        try {
            InetAddress address = InetAddress.getByName(request.getRemoteAddr());
            byte[] bytes = address.getAddress();
            return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, OWN_BYTES) : bytes);
        } catch (UnknownHostException e) {
            return "of no address";
        }
    }

    /** A browser for which a session would be begun. */
    private static boolean stranger(HttpServletRequest request, String cookie) {
        boolean known = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .map(Cookie::getName)
                .anyMatch(cookie::equals);
        return !known
                && request.getHeader("Authorization") == null
                && !WebPath.of(request).startsWith("/webjars/");
    }
}
