package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.screens.Screens;

/** Where the hub counts: before it looks anything up, and again once it knows who asks. */
class SecurityRatesTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** More than any limit lets in at once. */
    private static final int PATIENCE = 5_000;

    /** Nobody gains a turn while a test counts, however slow the machine. */
    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    /** Of a range for documentation: no other test's requests count with it. */
    private final String address = "203.0.113." + ADDRESSES.incrementAndGet();

    private final MapSessionRepository sessions = new MapSessionRepository(new ConcurrentHashMap<>());

    private final WebApplicationContext context =
            Objects.requireNonNull(WebApplicationContextUtils.getWebApplicationContext(
                    Screens.mvc().getDispatcherServlet().getServletContext()));

    private final RateSettings settings = context.getBean(RateSettings.class);
    private final WebPorts ports = context.getBean(WebPorts.class);
    private final MeterRegistry meters = context.getBean(MeterRegistry.class);
    private final RateConfiguration standing = new RateConfiguration(STANDING);

    private Filter strangers() {
        return Objects.requireNonNull(
                standing.strangerRate(settings, ports, meters).getFilter());
    }

    private int order(String name) {
        return context.getBean(name, FilterRegistrationBean.class).getOrder();
    }

    /** Ten seconds' worth. */
    private static int atOnce(int perSecond) {
        return 10 * perSecond;
    }

    private MockHttpServletRequest request(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }

    private int status(Filter filter, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new MockFilterChain(mock(Servlet.class), new SessionRepositoryFilter<>(sessions), filter)
                .doFilter(request, response);
        return response.getStatus();
    }

    /** How many of these requests are let in before the first is refused. */
    private int letIn(Filter filter, MockHttpServletRequest request) throws Exception {
        for (int i = 0; i < PATIENCE; i++) {
            if (status(filter, request) == 429) {
                return i;
            }
        }
        return PATIENCE;
    }

    /** With a cookie as the session filter of this test reads it. */
    private static MockHttpServletRequest holding(MockHttpServletRequest request, String session) {
        String value = Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
        request.setCookies(new Cookie("SESSION", value));
        return request;
    }

    private static MockHttpServletRequest saying(MockHttpServletRequest request, String authorization) {
        request.addHeader("Authorization", authorization);
        return request;
    }

    private static MockHttpServletRequest posting(MockHttpServletRequest request) {
        request.setMethod("POST");
        return request;
    }

    @Test
    void strangersAreCountedBeforeASessionIsBegunForThem() throws Exception {
        assertThat(order("strangerRate"))
                .as("where the session is known, before security")
                .isBetween(
                        SessionRepositoryFilter.DEFAULT_ORDER + 1, SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        Filter filter = strangers();
        assertThat(letIn(filter, request("/"))).isEqualTo(atOnce(settings.strangers()));
        for (MockHttpServletRequest way : List.of(
                holding(request("/"), "one that there is not"),
                request("/actuator/x"),
                request("/actuator/prometheus"),
                posting(request("/actuator/health")),
                posting(request("/webjars/x")),
                request(SecurityBackChannel.PATH),
                saying(request("/"), "Basic eDp5"),
                saying(request(SecurityPages.SIGN_IN), "Bearer token"),
                saying(posting(request("/api/desk/views/1/acts")), "Bearer no token"))) {
            assertThat(letIn(filter, way))
                    .as(way.getMethod() + " " + way.getRequestURI())
                    .isZero();
        }
    }

    /** By address: whoever floods it must not keep the provider's own word out, which it does not say again. */
    @Test
    void whatSaysThatSomebodyIsSignedOutIsCountedByItself() throws Exception {
        assertThat(order("signOutRate")).isLessThan(SessionRepositoryFilter.DEFAULT_ORDER);
        Filter filter =
                Objects.requireNonNull(standing.signOutRate(settings, meters).getFilter());
        assertThat(letIn(filter, posting(request(SecurityBackChannel.PATH)))).isEqualTo(atOnce(settings.strangers()));
        assertThat(letIn(filter, request("/"))).as("anything else").isEqualTo(PATIENCE);
        MockHttpServletRequest provider = posting(request(SecurityBackChannel.PATH));
        provider.setRemoteAddr("198.51.100.1");
        assertThat(status(filter, provider)).as("from elsewhere").isEqualTo(200);
    }

    @Test
    void whoeverHasASessionOrForWhomNoneIsBegunIsNoStranger() throws Exception {
        Filter filter = strangers();
        assertThat(letIn(filter, request("/"))).isEqualTo(atOnce(settings.strangers()));
        MapSession session = sessions.createSession();
        sessions.save(session);
        for (MockHttpServletRequest way : List.of(
                holding(request("/"), session.getId()),
                request("/actuator/health"),
                request("/actuator/health/liveness"),
                request("/webjars/x"),
                posting(request(SecurityBackChannel.PATH)),
                saying(posting(request("/api/referrals")), "Basic eDp5"),
                saying(posting(request("/api/desk/views/1/acts")), "Bearer token"))) {
            assertThat(letIn(filter, way))
                    .as(way.getMethod() + " " + way.getRequestURI())
                    .isEqualTo(PATIENCE);
        }
    }

    /** What is not counted, and what fails, must not have a session written down either. */
    @Test
    void noSessionIsBegunForWhatNobodyComesBackTo() throws Exception {
        for (String path : List.of(
                "/actuator/x",
                "/actuator",
                "/actuator/health",
                "/actuator/health/x",
                "/webjars/x",
                "/assets/x",
                SecurityPages.FAILED)) {
            assertThat(Scrape.get(TheHub.started(), "http", path).headers().allValues("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(Scrape.get(TheHub.started(), "http", "/").headers().allValues("Set-Cookie"))
                .as("a page")
                .isNotEmpty();
    }

    @Test
    void anAddressIsCountedWhateverItSays() throws Exception {
        assertThat(order("addressRate")).isLessThan(SessionRepositoryFilter.DEFAULT_ORDER);
        Filter filter = Objects.requireNonNull(
                standing.addressRate(settings, ports, meters).getFilter());
        MockHttpServletRequest system = request("/api/referrals");
        system.addHeader("Authorization", "Basic eDp5");
        assertThat(letIn(filter, system)).isEqualTo(atOnce(settings.address()));
        assertThat(status(filter, request("/actuator/health")))
                .as("whether it runs")
                .isEqualTo(200);
        assertThat(letIn(filter, request("/actuator/x"))).isZero();
    }

    /** Which limit, and nothing of who asked. */
    @Test
    void whoeverIsRefusedIsCountedByTheLimitAlone() throws Exception {
        letIn(strangers(), request("/"));
        Collection<Counter> counters = meters.get(RateConfiguration.METER).counters();
        assertThat(counters)
                .extracting(counter -> counter.getId().getTags())
                .containsExactlyInAnyOrder(
                        List.of(Tag.of("limit", "address")),
                        List.of(Tag.of("limit", "sign-outs")),
                        List.of(Tag.of("limit", "strangers")),
                        List.of(Tag.of("limit", "principal")));
        assertThat(counters.stream()
                        .filter(counter -> "strangers".equals(counter.getId().getTag("limit")))
                        .mapToDouble(Counter::count)
                        .sum())
                .isPositive();
    }

    @Test
    void whoHasSaidWhoTheyAreIsCountedBeforeAnythingIsDone() {
        for (String chain : List.of("doors", "pages")) {
            List<Class<?>> filters = context.getBean(chain, SecurityFilterChain.class).getFilters().stream()
                    .<Class<?>>map(Object::getClass)
                    .toList();
            assertThat(filters.indexOf(RateFilter.class))
                    .as(chain)
                    .isPositive()
                    .isEqualTo(filters.indexOf(AuthorizationFilter.class) - 1);
        }
    }
}
