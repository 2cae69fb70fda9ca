package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import uk.mashhub.hub.screens.Screens;

/** Where the hub counts: before it looks anything up, and again once it knows who asks. */
class SecurityRatesTest {
    /** Of a range for documentation: nobody else's requests count with it. */
    private static final String ADDRESS = "203.0.113.9";

    private static final int PATIENCE = 5_000;

    private final WebApplicationContext context =
            Objects.requireNonNull(WebApplicationContextUtils.getWebApplicationContext(
                    Screens.mvc().getDispatcherServlet().getServletContext()));

    private FilterRegistrationBean<?> registered(String name) {
        return context.getBean(name, FilterRegistrationBean.class);
    }

    private static MockHttpServletRequest request(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(ADDRESS);
        return request;
    }

    private static int status(Filter filter, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    /** How many of these requests are let in before the first is refused. */
    private static int letIn(Filter filter, MockHttpServletRequest request) throws Exception {
        for (int i = 0; i < PATIENCE; i++) {
            if (status(filter, request) == 429) {
                return i;
            }
        }
        return PATIENCE;
    }

    @Test
    void strangersAreCountedBeforeASessionIsBegunForThem() throws Exception {
        FilterRegistrationBean<?> strangers = registered("strangerRate");
        assertThat(strangers.getOrder()).isLessThan(SessionRepositoryFilter.DEFAULT_ORDER);
        Filter filter = Objects.requireNonNull(strangers.getFilter());
        assertThat(letIn(filter, request("/"))).isBetween(200, PATIENCE - 1);
        MockHttpServletRequest known = request("/");
        String cookie = context.getEnvironment().getRequiredProperty("server.servlet.session.cookie.name");
        known.setCookies(new Cookie(cookie, "whoever"));
        assertThat(status(filter, known)).as("with a session").isEqualTo(200);
        MockHttpServletRequest system = request("/api/referrals");
        system.addHeader("Authorization", "Basic eDp5");
        assertThat(status(filter, system)).as("a system").isEqualTo(200);
    }

    @Test
    void anAddressIsCountedWhateverItSays() throws Exception {
        FilterRegistrationBean<?> addresses = registered("addressRate");
        assertThat(addresses.getOrder()).isLessThan(SessionRepositoryFilter.DEFAULT_ORDER);
        Filter filter = Objects.requireNonNull(addresses.getFilter());
        MockHttpServletRequest system = request("/api/referrals");
        system.addHeader("Authorization", "Basic eDp5");
        assertThat(letIn(filter, system)).isBetween(2_000, PATIENCE - 1);
        assertThat(status(filter, request("/actuator/health")))
                .as("whether it runs")
                .isEqualTo(200);
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
