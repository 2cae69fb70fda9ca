package uk.mashhub.hub.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/** Contacts that reach the queue through the hub's own screens, in a browser against the whole hub. */
class MendAndReplayTest {
    private static Chromium chromium;
    private static TheHub hub;

    @BeforeAll
    static void starts() {
        chromium = Chromium.start();
        hub = TheHub.started();
    }

    @AfterAll
    static void closes() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Visitor.Answered form(String id, String body) throws IOException, InterruptedException {
        return hub.door().form("school-form", id, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Boolean onTheQueue(String child) {
        try {
            for (JsonNode queued : hub.visitor("decision").queue()) {
                if (queued.path("line").path("name").asString("").equals(child)) {
                    return true;
                }
            }
            return null;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String childCalled(String name) {
        return Forms.aSchoolConcern().replace("Maya", name);
    }

    @Test
    void aSchoolMendsWhatItSentAndSendsItAgain() throws Exception {
        // What other tests left in quarantine is older, so that this message is the last on the page.
        TestTime.pass(Duration.ofMinutes(1));
        String broken = childCalled("Mended").replace("\"birthDate\"", "\"birthday\"");
        Visitor.Answered refused = form("mend-1", broken);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("NOT_VALID").doesNotContain("Mended");
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "education")) {
            Page page = seat.page();
            Locator message = TheHub.await("the message in quarantine", () -> {
                page.navigate(hub.url() + "/quarantine");
                Locator waiting = page.locator(
                        "section.hub-message", new Page.LocatorOptions().setHasText("Not as its schema says"));
                return waiting.count() > 0 ? waiting.last() : null;
            });
            assertThat(message.innerText()).contains("School referral form", "now");
            message.getByLabel("Why you open it").fill("To mend a misspelt field.");
            message.getByRole(AriaRole.BUTTON).click();
            Locator text = page.getByLabel("The message");
            assertThat(text.inputValue()).contains("birthday");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send it again"))
                    .click();
            assertThat(page.locator("main").innerText()).contains("It still cannot be read");
            text.fill(text.inputValue().replace("birthday", "birthDate"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send it again"))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("The message was sent again.");
        }
        TheHub.await("the mended referral", () -> onTheQueue("Mended Invented"));
    }

    @Test
    void whoeverAnswersTheTelephoneWritesDownWhatTheCallerSays() {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "support")) {
            Page page = seat.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New phone contact"))
                    .click();
            choose(page, "Does the caller ring as a professional?", "No, as a member of the public");
            page.getByLabel("First name").fill("Telephoned");
            page.getByLabel("Last name").fill("Invented");
            choose(page, "Must the address be kept from somebody?", "No");
            page.getByLabel("What the caller said").fill("Shouting every night.");
            choose(page, "Is a child in danger now?", "No");
            Locator send = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record the contact"));
            send.click();
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Say whether the parents know");
            assertThat(page.getByLabel("First name").inputValue()).isEqualTo("Telephoned");
            choose(page, "Do the parents know of this contact?", "No, or not known");
            send.click();
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("The contact is received.");
        }
        TheHub.await("the contact", () -> onTheQueue("Telephoned Invented"));
    }

    private static void choose(Page page, String question, String answer) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question))
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    @Test
    void aKnownIdWithAnotherBodyIsAConflict() throws Exception {
        Visitor.Answered first = form("conflict-1", childCalled("Firstly"));
        assertThat(first.status()).isEqualTo(202);
        TheHub.await("the first", () -> onTheQueue("Firstly Invented"));
        assertThat(form("conflict-1", childCalled("Firstly"))).isEqualTo(first);
        assertThat(form("conflict-1", childCalled("Secondly")).status()).isEqualTo(409);
    }
}
