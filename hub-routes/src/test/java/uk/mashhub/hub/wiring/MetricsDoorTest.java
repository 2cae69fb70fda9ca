package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import uk.mashhub.hub.TheHub;

/** Numbers leave by a port of their own and by no other, and every number that an alert or a dashboard names is there. */
class MetricsDoorTest {
    private static final Pattern NAME = Pattern.compile("\\b(?:mash|hub|jvm|hikaricp|process|system)_[a-z0-9_]+");
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void servesAScrapeAndTheHealthOnItsOwnPortAndNothingElse() throws Exception {
        TheHub hub = TheHub.started();
        assertThat(Scrape.of(hub)).contains("mash_consuming 1.0", "mash_keys 1.0", "mash_writable 1.0");
        assertThat(Scrape.get(hub, "metrics", "/actuator/health").statusCode()).isIn(200, 503);
        for (String path : List.of(
                "/",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/api/desk/queue",
                "/api/referrals",
                "/hub.css")) {
            assertThat(Scrape.get(hub, "metrics", path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void servesNoNumbersWhereThePagesAre() throws Exception {
        TheHub hub = TheHub.started();
        assertThat(Scrape.get(hub, "http", "/actuator/prometheus").body()).doesNotContain("mash_");
        assertThat(hub.visitor("decision").status("/actuator/prometheus")).isNotEqualTo(200);
    }

    @Test
    void hasEveryNumberThatAnAlertOrADashboardNames() throws Exception {
        String scrape = Scrape.of(TheHub.started());
        Path folder = TheHub.root().resolve("config/observability");
        for (String file : List.of("alerts.yaml", "grafana/mash-hub.json")) {
            TreeSet<String> named = names(Files.readString(folder.resolve(file)));
            assertThat(named).as(file).hasSizeGreaterThan(10);
            assertThat(names(scrape)).as(file).containsAll(named);
        }
    }

    private static TreeSet<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void isNotOpenToOtherMachinesWithoutAToken() {
        assertThatThrownBy(() -> new MetricsSettings(Optional.of(9464), "0.0.0.0", Optional.empty(), LONG, LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token-file");
        assertThat(new MetricsSettings(Optional.empty(), "0.0.0.0", Optional.empty(), LONG, LONG).port())
                .isEmpty();
    }

    @Test
    void wantsTheTokenWhereThereIsOne() throws Exception {
        assertThat(asked(Optional.empty())).isEqualTo(401);
        assertThat(asked(Optional.of("Bearer wrong"))).isEqualTo(401);
        assertThat(asked(Optional.of("Basic right"))).isEqualTo(401);
        assertThat(asked(Optional.of("Bearer right"))).isEqualTo(200);
    }

    private static int asked(Optional<String> authorization) throws IOException, jakarta.servlet.ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", SecurityMetrics.SCRAPE);
        authorization.ifPresent(a -> request.addHeader("Authorization", a));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityMetrics.Bearer(Optional.of("right".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
