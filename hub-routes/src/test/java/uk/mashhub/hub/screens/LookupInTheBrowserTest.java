package uk.mashhub.hub.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;

/**
 * An information governance lead looks a child up in the log, sees nobody's name without a reason, and takes a file away; another
 * hands in that somebody asks for an account, and the named unit answers.
 */
class LookupInTheBrowserTest {
    private static final String CHILD = "Ludo Lookup-Test";

    private static Chromium chromium;
    private static TheHub hub;

    @BeforeAll
    static void aReferralArrives() throws Exception {
        chromium = Chromium.start();
        hub = TheHub.started();
        hub.referral(Forms.aSchoolConcern().replace("Maya", "Ludo").replace("Invented", "Lookup-Test"));
    }

    @AfterAll
    static void closes() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String searched(Page page, String name, String reason) {
        page.navigate(hub.url() + "/log");
        page.getByLabel("Name of a person, in full").fill(name);
        page.getByLabel("Why you need names and records").fill(reason);
        button(page, "Search the log").click();
        return page.locator("main").innerText();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void looksAChildUpAndTakesAFileAway() throws IOException {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "ig-council")) {
            Page page = seat.page();
            assertThat(searched(page, CHILD, ""))
                    .contains("Say why you look for a person")
                    .doesNotContain("People shown");
            String shown = TheHub.await("the disclosure in the log", () -> {
                String text = searched(page, CHILD, "A parent asks who has read of her.");
                return text.contains("MASH decision makers") ? text : null;
            });
            assertThat(shown).contains("People shown", CHILD);
            assertThat(page.url()).isEqualTo(hub.url() + "/log");

            button(page, "Export as CSV").click();
            Download file = TheHub.await("the proof of the export", () -> {
                if (button(page, "Fetch the export").count() == 0) {
                    return null;
                }
                return downloaded(page, "Fetch the export");
            });
            assertThat(Files.readString(file.path(), StandardCharsets.UTF_8))
                    .contains(CHILD, "council-decision", "\"receipt\"");
            assertThat(seat.complaints()).isEmpty();
        }
    }

    /** The file, or nothing while the page says that the log does not prove it yet. */
    private static Download downloaded(Page page, String button) {
        try {
            return page.waitForDownload(
                    new Page.WaitForDownloadOptions().setTimeout(5_000),
                    () -> button(page, button).click());
        } catch (com.microsoft.playwright.TimeoutError e) {
            return null;
        }
    }

    @Test
    void findsNothingOfWhatTheOwnAgencyWasNotShown() {
        try (Seat seat = Seat.signedIn(chromium, hub.url(), "ig-police")) {
            assertThat(searched(seat.page(), CHILD, "To see."))
                    .contains("Nothing that you may know of.")
                    .doesNotContain("People shown");
        }
    }

    /** Of somebody whom the hub does not know: it reads as where all is left out. */
    @Test
    void isHandedInByALeadAndReleasedByTheUnit() throws IOException {
        try (Seat first = Seat.signedIn(chromium, hub.url(), "ig-council");
                Seat second = Seat.signedIn(chromium, hub.url(), "protected")) {
            Page page = first.page();
            page.navigate(hub.url() + "/log/accounts");
            page.getByLabel("Name of the person, in full").fill("Lorna Somebody-Test");
            page.getByLabel("Date of birth").fill("1990-05-04");
            page.getByLabel("The person asks for themself").check();
            page.getByLabel("How the person has shown who they are").fill("A passport.");
            page.getByLabel("Which request this answers").fill("Request 12 of this week.");
            button(page, "Hand the request in").click();
            assertThat(page.locator("main").innerText())
                    .contains("Whoever is named for it reads it and answers the person.")
                    .doesNotContain("nothing that we can list");

            Page other = second.page();
            other.navigate(hub.url() + "/accounts");
            other.getByLabel("Why you open it").first().fill("To answer it.");
            button(other, "Open the request").first().click();
            assertThat(other.locator("main").innerText())
                    .contains("A passport.", "There is nothing that we can list here.");
            button(other, "I have read all of it: release it").click();
            Download file = TheHub.await("the proof of the account", () -> {
                if (button(other, "Fetch the account").count() == 0) {
                    return null;
                }
                return downloaded(other, "Fetch the account");
            });
            assertThat(Files.readString(file.path(), StandardCharsets.UTF_8))
                    .startsWith("Who was given information about you")
                    .contains("stand at the end of every account", "\nReceipt: ");
            assertThat(first.complaints()).isEmpty();
            assertThat(second.complaints()).isEmpty();
        }
    }
}
