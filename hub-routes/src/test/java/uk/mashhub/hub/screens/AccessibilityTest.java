package uk.mashhub.hub.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/** No page keeps somebody out whom WCAG 2, levels A and AA, would let in, as far as axe-core can tell. */
class AccessibilityTest {
    private static final String SCAN = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa']}).then(r => r.violations"
            + ".map(v => v.id + ': ' + v.help + ' at ' + v.nodes.map(n => n.target.join(' ')).join(', ')))";

    private static Chromium chromium;
    private static TheHub hub;
    private static String packet;

    @BeforeAll
    static void aReferralAndAnUnreadableMessageArrive() throws Exception {
        chromium = Chromium.start();
        hub = TheHub.started();
        hub.referral(FORM);
        hub.door().form("school-form", "axe-unreadable", "{}".getBytes(StandardCharsets.UTF_8));
        packet = TheHub.await("the packet", AccessibilityTest::found);
        Visitor decision = hub.visitor("decision");
        decision.act(packet, Map.of("act", "Rate", "rating", "AMBER", "reason", "A bruise."));
    }

    @AfterAll
    static void closes() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String found() {
        try {
            for (JsonNode queued : hub.visitor("decision").queue()) {
                if (queued.path("line").path("name").asString("").equals("Ada Axelby-Test")) {
                    return queued.path("id").asString();
                }
            }
            return null;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void letsEverybodyReadAndActOnEveryPageOfADecisionMaker() throws IOException {
        scan(
                "decision",
                "/",
                "/closed",
                "/links",
                "/conflicts",
                "/packet/" + packet,
                "/packet/" + packet + "/links",
                "/contact/new",
                "/quarantine");
    }

    @Test
    void letsEverybodyMendWhatCouldNotBeRead() throws IOException {
        scan("education", "/", "/quarantine");
    }

    @Test
    void letsEverybodyGovern() throws IOException {
        scan(
                "ig-council",
                "/quarantine",
                "/overrides",
                "/policy",
                "/sharing",
                "/retention",
                "/break-glass",
                "/log",
                "/log/accounts",
                "/log/trace",
                "/log/totals");
    }

    private static void scan(String user, String... paths) throws IOException {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), user)) {
            Page page = seat.page();
            for (String path : paths) {
                assertThat(page.navigate(hub.url() + path).status()).as(path).isEqualTo(200);
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                page.evaluate(axe());
                assertThat((List<?>) page.evaluate(SCAN)).as(path).isEmpty();
                picture(page, user + path);
            }
        }
    }

    /** For people to look at: {@code target/pages}. */
    private static void picture(Page page, String name) {
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)");
        String file = name.replace(packet, "id").replaceAll("[^a-z]+", "-") + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pages", file))
                .setFullPage(true));
    }

    private static String axe() throws IOException {
        String path = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = Objects.requireNonNull(AccessibilityTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final String FORM = """
            {"form":"council-marf","version":1,"classification":"OFFICIAL-SENSITIVE","submittedAt":"2026-11-02T09:00:00Z",
             "referrer":{"name":"Olive Sample","role":"teacher","telephone":"020 7946 0420","professional":true},
             "children":[{"key":"ada","names":[{"given":["Ada"],"family":"Axelby-Test"}],"birthDate":"2017-05-14","sex":"FEMALE",
               "addresses":[{"lines":["6 Reading Row"],"postcode":"ZZ8 8QQ","use":"CURRENT"}],"addressIsConfidential":true}],
             "household":[
               {"key":"mara","role":"PARENT","victim":true,"names":[{"given":["Mara"],"family":"Axelby-Test"}],"birthDate":"1991-02-03"}],
             "relationships":[{"from":"mara","kind":"PARENT_OF","to":"ada"}],
             "concern":{"whatHappened":"A bruise on her arm.","childsWords":"I fell.","injuries":"One bruise.",
               "parentsExplanation":"She fell.","happenedFrom":"2026-10-30","categories":["PHYSICAL"]},
             "consent":{"parentsTold":true,"agreements":[{"state":"GIVEN","covers":["ada","mara"],"givenBy":"Mara Axelby-Test"}]}}
            """;
}
