package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import uk.mashhub.hub.MovedClock;

/** Whoever asks too often waits, and nobody else does. */
class RateLimitTest {
    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-02T09:00:00Z"));
    private int refused;
    private final RateLimit limit = new RateLimit(2, clock);

    private void take(String who, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.take(who)).isEmpty();
        }
    }

    @Test
    void letsSoManyInAtOnceAndThenSoManyASecond() {
        take("one", 20);
        assertThat(limit.take("one")).contains(Duration.ofMillis(500));
        clock.pass(Duration.ofSeconds(1));
        take("one", 2);
        assertThat(limit.take("one")).isPresent();
        clock.pass(Duration.ofHours(1));
        take("one", 20);
        assertThat(limit.take("one")).as("nobody saves up").isPresent();
    }

    @Test
    void keepsNobodyElseOut() {
        take("one", 20);
        assertThat(limit.take("one")).isPresent();
        take("another", 20);
    }

    @Test
    void givesNothingForAClockThatWasSetBack() {
        take("one", 20);
        clock.pass(Duration.ofMinutes(-1));
        assertThat(limit.take("one")).isPresent();
    }

    @Test
    void remembersNoMoreThanSoMany() {
        take("first", 20);
        for (int i = 0; i < RateLimit.MOST; i++) {
            limit.take("stranger " + i);
        }
        assertThat(limit.known()).isEqualTo(RateLimit.MOST);
        take("first", 1);
    }

    @Test
    void takesANetworkOfOneOwnerForOne() {
        assertThat(address("2001:db8:1:2::1")).isEqualTo(address("2001:db8:1:2:ffff::7"));
        assertThat(address("2001:db8:1:2::1")).isNotEqualTo(address("2001:db8:1:3::1"));
        assertThat(address("192.0.2.1")).isNotEqualTo(address("192.0.2.2"));
    }

    /** Behind a proxy a client may say it: a name would be looked up at whoever's server it names. */
    @Test
    void looksUpNoName() {
        for (String said : new String[] {
            "localhost",
            "a.name.example",
            "unknown",
            "",
            "256.1.1.1",
            "192.0.2.1:5678",
            "[2001:db8::1]:5678",
            "x:y",
            "192.0.2.1, x"
        }) {
            assertThat(address(said)).as(said).isEqualTo("of no address");
        }
        assertThat(address("127.0.0.1")).isEqualTo("7f000001").isEqualTo(address("::ffff:127.0.0.1"));
        assertThat(address("fe80::1%eth0")).isEqualTo(address("fe80::1"));
    }

    private static String address(String remote) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        return RateConfiguration.address(request);
    }

    @Test
    void saysWhenToTryAgainAndNothingElse() throws Exception {
        RateFilter filter = new RateFilter(limit, request -> java.util.Optional.of("one"), () -> refused++);
        take("one", 20);
        for (String path : new String[] {"/api/desk/queue", "/fhir/$process-message", "/packet/1"}) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
            request.setServletPath(path);
            MockHttpServletResponse response = new MockHttpServletResponse();
            MockFilterChain chain = new MockFilterChain();
            filter.doFilter(request, response, chain);
            assertThat(response.getStatus()).isEqualTo(429);
            assertThat(response.getHeader("Retry-After")).isEqualTo("1");
            assertThat(response.getContentAsString())
                    .contains("Too many requests")
                    .doesNotContain(path);
            assertThat(chain.getRequest()).as("nothing was looked at").isNull();
        }
        assertThat(refused).isEqualTo(3);
    }
}
