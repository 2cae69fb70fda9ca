package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Who is counted how: addresses before anything else is looked at, browsers without a session once it is known that they have none, people
 * and systems once they have said who they are.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateSettings.class)
class RateConfiguration {
    static final String METER = "mash.throttled";

    /** Before sessions are looked at, and so before a database is asked. */
    private static final int FIRST = SessionRepositoryFilter.DEFAULT_ORDER - 3;

    /** Where a session is that there is, and not only a cookie of its name; before anything that could begin one. */
    private static final int SESSION_KNOWN = SessionRepositoryFilter.DEFAULT_ORDER + 1;

    private static final BearerTokenResolver TOKENS = new DefaultBearerTokenResolver();

    /** Whoever waits for a turn waits by the machine's clock, whatever clock a test gives the hub. */
    private static final Clock MACHINE = Clock.systemUTC();

    /** What changes nothing, and so asks for no CSRF token. */
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Of an address of the Internet's sixth version whoever has it has these bytes; the rest they choose themselves. */
    private static final int OWN_BYTES = 8;

    private final Clock clock;

    RateConfiguration() {
        this(MACHINE);
    }

    RateConfiguration(Clock clock) {
        this.clock = clock;
    }

    @Bean
    FilterRegistrationBean<Filter> addressRate(RateSettings settings, WebPorts ports, MeterRegistry meters) {
        return registered(
                new RateFilter(
                        new RateLimit(settings.address(), clock),
                        request -> counted(request, ports),
                        refused(meters, "address")),
                FIRST);
    }

    /** Whoever makes a token up has the hub ask the provider for its keys. */
    @Bean
    FilterRegistrationBean<Filter> signOutRate(RateSettings settings, MeterRegistry meters) {
        return registered(
                new RateFilter(
                        new RateLimit(settings.strangers(), clock),
                        request -> Optional.of(request)
                                .filter(SecurityBackChannel::isSaid)
                                .map(RateConfiguration::address),
                        refused(meters, "sign-outs")),
                FIRST + 1);
    }

    @Bean
    FilterRegistrationBean<Filter> strangerRate(RateSettings settings, WebPorts ports, MeterRegistry meters) {
        return registered(
                new RateFilter(
                        new RateLimit(settings.strangers(), clock),
                        request -> counted(request, ports).filter(address -> stranger(request, ports)),
                        refused(meters, "strangers")),
                SESSION_KNOWN);
    }

    private static FilterRegistrationBean<Filter> registered(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    /** For the chains that know who asks. */
    static RateFilter principals(RateSettings settings, MeterRegistry meters) {
        return new RateFilter(
                new RateLimit(settings.principal(), MACHINE), request -> principal(), refused(meters, "principal"));
    }

    /** Which limit it was, and nothing of who asked. */
    private static Runnable refused(MeterRegistry meters, String limit) {
        return Counter.builder(METER)
                .description("requests refused because somebody asked too often")
                .tag("limit", limit)
                .register(meters)::increment;
    }

    private static Optional<String> principal() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(who -> !(who instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }

    private static Optional<String> counted(HttpServletRequest request, WebPorts ports) {
        return probe(request, ports) ? Optional.empty() : Optional.of(address(request));
    }

    /** Whoever asks whether the hub runs, and how, must always hear it; nothing is begun for them. */
    private static boolean probe(HttpServletRequest request, WebPorts ports) {
        String path = WebPath.of(request);
        boolean health = path.equals(SecurityMetrics.HEALTH) || path.startsWith(SecurityMetrics.HEALTH + "/");
        boolean scrape = path.equals(SecurityMetrics.SCRAPE) && ports.isMetrics(request.getLocalPort());
        return READING.contains(request.getMethod()) && (health || scrape);
    }

    /**
     * Of what is no address in figures, one for all: behind a proxy it may be a client's own words, and looking names up would ask
     * somebody else's server.
     */
    static String address(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        try {
            // In brackets it is an address of the sixth version or nothing (RFC 2732), and no name; so written, those
            // of the fourth are too.
            InetAddress address =
                    InetAddress.getByName("[" + (remote.contains(":") ? "" : "::ffff:") + withoutZone(remote) + "]");
            byte[] bytes = address.getAddress();
            return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, OWN_BYTES) : bytes);
        } catch (UnknownHostException e) {
            return "of no address";
        }
    }

    /** Of an address that counts on one link alone (RFC 4007 section 11): which link it is, the machine would have to look up. */
    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** Somebody for whom a session may be begun: by the pages alone, to remember where they were or for a CSRF token. */
    private static boolean stranger(HttpServletRequest request, WebPorts ports) {
        return !ports.isMetrics(request.getLocalPort())
                && !SecurityDoors.takes(request, ports)
                && !SecurityBackChannel.isSaid(request)
                && !(WebPath.ofSystems(request) && bearer(request))
                && !(WebPath.of(request).startsWith("/webjars/") && READING.contains(request.getMethod()))
                && request.getSession(false) == null;
    }

    /** As the pages' chain reads it: where it reads no token it wants a CSRF token, and begins a session for it. */
    private static boolean bearer(HttpServletRequest request) {
        try {
            return TOKENS.resolve(request) != null;
        } catch (OAuth2AuthenticationException e) {
            return false;
        }
    }
}
