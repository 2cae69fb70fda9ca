package uk.mashhub.hub.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/** Three people open the same enquiry in a browser and see three different packets, and nothing more reaches them. */
class ThreePacketsTest {
    /** Where mother and child hide, in every form in which it could reach a browser. */
    private static final List<String> HIDDEN =
            List.of("thistle", "quiet yard", "zz8 8qq", "zz88qq", "960777", "safe_address", "must not be found");

    private static Chromium chromium;
    private static TheHub hub;
    private static String reference;

    @BeforeAll
    static void oneReferralArrives() {
        chromium = Chromium.start();
        hub = TheHub.started();
        hub.referral(FORM);
        reference = TheHub.await("the referral on the decision makers' queue", ThreePacketsTest::found);
        raiseInTheBrowser();
        TheHub.await("the father's packet", () -> reads("housing", "Dale Threefold") ? true : null);
        TheHub.await("the police's packet", () -> reads("police", "Isla Threefold") ? true : null);
    }

    @AfterAll
    static void closes() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String found() {
        for (JsonNode queued : queue("decision")) {
            if (queued.path("line").path("name").asString("").equals("Isla Threefold")) {
                return queued.path("line").path("reference").asString();
            }
        }
        return null;
    }

    private static boolean reads(String user, String name) {
        for (JsonNode queued : queue(user)) {
            JsonNode line = queued.path("line");
            if (line.path("reference").asString("").equals(reference)
                    && line.path("purpose").asString("").equals("S47")
                    && line.path("name").asString("").equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode queue(String user) {
        try {
            Visitor visitor = hub.visitor(user);
            return visitor.queue();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the forms on the page, as a decision maker does it. */
    private static void raiseInTheBrowser() {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "decision")) {
            seat.packets(reference);
            fill(
                    seat.page(),
                    "Set the purpose",
                    "Child protection (section 47)",
                    "Grounds",
                    "Strangulation in the home.");
            assertThat(seat.page().getByRole(AriaRole.ALERT).innerText()).contains("The purpose is set.");
            fill(seat.page(), "Rate how urgent it is", "Red", "Why", "He is looking for them.");
            assertThat(seat.page().getByRole(AriaRole.ALERT).innerText()).contains("The rating is recorded.");
            assertThat(seat.page().locator("main").innerText()).contains("Child protection (section 47)", "Red");
            fill(seat.page(), "Rate how urgent it is", "Green", "Why", " ");
            assertThat(seat.page().getByRole(AriaRole.ALERT).innerText()).contains("Say why it is rated so.");
        }
    }

    private static void fill(Page page, String form, String choice, String label, String words) {
        Locator details = page.locator("details.govuk-details", new Page.LocatorOptions().setHasText(form));
        details.locator("summary").click();
        details.getByLabel(choice, new Locator.GetByLabelOptions().setExact(true))
                .check();
        details.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .fill(words);
        details.getByRole(AriaRole.BUTTON).click();
    }

    @Test
    void theDecisionMakerReadsWhereTheyAreUnderAWarning() {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "decision")) {
            List<String> packets = seat.packets(reference);
            assertThat(packets).hasSize(1);
            assertThat(packets.get(0))
                    .contains("must not be found", "Thistle Court", "Isla Threefold", "held her by the throat");
            assertThat(seat.complaints()).isEmpty();
        }
    }

    @Test
    void theHousingOfficerReadsTheFathersPacketAndFindsNoTraceOfThem() {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "housing")) {
            List<String> packets = seat.packets(reference);
            assertThat(packets).anyMatch(p -> p.contains("Dale Threefold"));
            assertThat(seat.complaints()).isEmpty();
            assertThat(seat.everything().toLowerCase(Locale.ROOT)).doesNotContain(HIDDEN);
        }
    }

    @Test
    void threeRolesSeeThreeDifferentPackets() {
        String decision = packet("decision");
        String police = packet("police");
        String housing = packet("housing");
        assertThat(decision).isNotEqualTo(police).isNotEqualTo(housing);
        assertThat(police).isNotEqualTo(housing);
        assertThat(police).contains("Isla Threefold").doesNotContain("held her by the throat");
    }

    private static String packet(String user) {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), user)) {
            return String.join("\n", seat.packets(reference));
        }
    }

    @Test
    void nothingThatBelongsToAnotherReaderReachesTheBrowser() {
        String others = idOf("decision");
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "police")) {
            seat.packets(reference);
            assertThat(seat.everything())
                    .contains("Isla Threefold")
                    .doesNotContain("held her by the throat")
                    .doesNotContain(others);
        }
    }

    @Test
    void theAddressOfAnothersPacketLeadsNowhere() {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "police")) {
            assertThat(seat.page()
                            .navigate(hub.url() + "/packet/" + idOf("decision"))
                            .status())
                    .isEqualTo(404);
            assertThat(seat.page().locator("main").innerText()).contains("There is nothing here");
        }
    }

    private static String idOf(String user) {
        for (JsonNode queued : queue(user)) {
            if (queued.path("line").path("reference").asString("").equals(reference)) {
                return queued.path("id").asString();
            }
        }
        throw new AssertionError("no packet for " + user);
    }

    @Test
    void signingOutEndsTheSessionAtHubAndProvider() {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "screening")) {
            Page page = seat.page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.waitForLoadState();
            assertThat(page.getByLabel("Password").isVisible()).isTrue();
        }
    }

    @Test
    void everythingCanBeReachedWithTheKeyboard() {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "decision")) {
            seat.packets(reference);
            Page page = seat.page();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to main content");
            assertThat(page.locator("h1").count()).isEqualTo(1);
            assertThat(page.evaluate("[...document.querySelectorAll('input:not([type=hidden]),textarea')]"
                            + ".filter(e => !e.labels || e.labels.length !== 1).length"))
                    .isEqualTo(0);
            assertThat(page.evaluate("document.querySelectorAll('[id]').length"
                            + " - new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"))
                    .isEqualTo(0);
        }
    }

    private static final String FORM = """
            {"form":"council-marf","version":1,"classification":"OFFICIAL-SENSITIVE","submittedAt":"2026-11-02T09:00:00Z",
             "referrer":{"name":"Olive Sample","role":"domestic abuse adviser","telephone":"020 7946 0420","professional":true},
             "children":[{"key":"isla","names":[{"given":["Isla"],"family":"Threefold"}],"birthDate":"2017-05-14","sex":"FEMALE",
               "addresses":[{"lines":["Thistle Court","5 Quiet Yard"],"postcode":"ZZ8 8QQ","use":"CURRENT"}],
               "addressIsConfidential":true}],
             "household":[
               {"key":"mara","role":"PARENT","victim":true,"names":[{"given":["Mara"],"family":"Threefold"}],"birthDate":"1991-02-03",
                "addresses":[{"lines":["Thistle Court","5 Quiet Yard"],"postcode":"ZZ8 8QQ","use":"CURRENT"}],
                "addressIsConfidential":true,"telephones":["01632 960777"]},
               {"key":"dale","role":"PARENT","allegedPerpetrator":true,"names":[{"given":["Dale"],"family":"Threefold"}],
                "birthDate":"1988-08-19","addresses":[{"lines":["9 Former Terrace"],"postcode":"ZZ2 2CC","use":"CURRENT"}]}],
             "relationships":[{"from":"mara","kind":"PARENT_OF","to":"isla"},{"from":"dale","kind":"PARENT_OF","to":"isla"}],
             "concern":{"whatHappened":"Dale held her by the throat. They are at Thistle Court, 5 Quiet Yard.",
               "categories":["DOMESTIC_ABUSE"],"immediateDanger":true},
             "consent":{"parentsTold":false,"whyNotTold":"He must not learn of it."}}
            """;
}
