package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.Place;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.model.id.ViewId;

class QueueScreenTest {
    private static final UUID LATE = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a101");
    private static final UUID GREEN = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a102");

    private final ViewDoor door = Screens.part(ViewDoor.class);

    @BeforeEach
    void fills() {
        Screens.forget(door);
        when(door.list(any(), any(), any()))
                .thenReturn(LoggedViews.page(
                        LoggedViews.queued(LATE, "Maya Invented", "RED", "ENQUIRING", "2026-11-02T08:55:00Z"),
                        LoggedViews.queued(GREEN, "Ruby Invented", "GREEN", "ENQUIRING", "2026-11-03T09:00:00Z")));
    }

    @Test
    void saysHowUrgentInAWordAndHowLate() throws Exception {
        assertThat(page("council-decision", "/"))
                .contains("hub-rag--RED", ">Red<", "Maya Invented", "MH-7K2Q-94", "Late: due 5 minutes ago")
                .contains(
                        "in 1 day",
                        "Tue 3 Nov 2026, 09:00",
                        "Agencies are being asked",
                        "Waiting for Exampleshire Police")
                .contains("/packet/" + LATE);
    }

    @Test
    void keepsTheOrderOfTheList() throws Exception {
        String page = page("council-decision", "/");
        assertThat(page.indexOf("Maya Invented")).isLessThan(page.indexOf("Ruby Invented"));
        assertThat(page).doesNotContain("govuk-pagination");
    }

    @Test
    void turnsThePage() throws Exception {
        Place place = new Place(2, java.time.Instant.parse("2026-11-03T09:00:00Z"), new ViewId(GREEN));
        when(door.list(any(), any(), any()))
                .thenReturn(new ViewDoor.Page(
                        LoggedViews.page(LoggedViews.queued(
                                        GREEN, "Ruby Invented", "GREEN", "ENQUIRING", "2026-11-03T09:00:00Z"))
                                .lines(),
                        Optional.of(Turn.before(place)),
                        Optional.of(Turn.after(place))));
        assertThat(page("council-decision", "/"))
                .contains("href=\"/?before=" + place + "\"", "href=\"/?after=" + place + "\"", "rel=\"next\"");
        assertThat(page("council-decision", "/?after=" + place)).contains("Ruby Invented");
        verify(door).list(any(), eq(ViewList.QUEUE), eq(Turn.after(place)));
        page("council-decision", "/?before=" + place);
        verify(door).list(any(), eq(ViewList.QUEUE), eq(Turn.before(place)));
        clearInvocations(door);
        page("council-decision", "/?after=no-place");
        verify(door).list(any(), eq(ViewList.QUEUE), eq(Turn.START));
    }

    @Test
    void leadsBackFromBeyondTheEnd() throws Exception {
        when(door.list(any(), any(), any())).thenReturn(LoggedViews.page());
        assertThat(page("council-decision", "/?after=2_2026-11-03T09:00:00Z_" + GREEN))
                .contains("There is nothing more", "Go to the beginning of the list")
                .doesNotContain("Nothing waits");
    }

    @Test
    void listsWhatIsClosedForDecisionMakersAlone() throws Exception {
        assertThat(page("council-decision", "/closed")).contains("Closed enquiries, the newest first", "Maya Invented");
        verify(door).list(any(), eq(ViewList.CLOSED), eq(Turn.START));
        for (String team : List.of("council-screening", "police-desk", "business-support", "ig-council")) {
            look(team, "/closed").andExpect(status().isNotFound());
            assertThat(page(team, "/")).doesNotContain("/closed");
        }
        assertThat(page("council-decision", "/")).contains("href=\"/closed\"");
    }

    @Test
    void saysOnOneLineForWhomItWaitsAndWhoMustBeRung() {
        assertThat(row("ANSWERED", "ANSWERED").answers()).isEqualTo("all who were asked have answered");
        assertThat(row("ANSWERED", "NOT_ASKED").answers()).isEqualTo("all who were asked have answered");
        assertThat(row("NOT_ASKED", "NOT_ASKED").answers()).isEqualTo("nobody is asked yet");
        assertThat(row("ASKED", "IN_PART").answers()).isEqualTo("waiting for agency 0, agency 1");
        assertThat(row("UNAVAILABLE", "REFUSED", "ASKED").answers())
                .isEqualTo("agency 0 unavailable; agency 1 refused; waiting for agency 2");
        assertThat(row("UNAVAILABLE").ring()).isTrue();
        assertThat(row("ASKED").ring()).isFalse();
    }

    private static QueueRow row(String... states) {
        List<QueueRow.AgencyState> agencies = new ArrayList<>();
        for (String state : states) {
            agencies.add(new QueueRow.AgencyState("a-" + agencies.size(), "agency " + agencies.size(), state, ""));
        }
        Moment now = new Moment("", "", "", false);
        return new QueueRow("", "", "", "RED", "ENQUIRING", now, now, false, agencies);
    }

    @Test
    void saysForHowLongNobodyHasRatedAndOnlyOnceThatIsTooLong() throws Exception {
        // Received 20 minutes before the test's clock; the area allows 30.
        when(door.list(any(), any(), any()))
                .thenReturn(LoggedViews.page(
                        LoggedViews.queued(GREEN, "Ruby Invented", "UNRATED", "RECEIVED", "2026-11-02T17:00:00Z")));
        assertThat(page("council-decision", "/")).doesNotContain("Unrated for");
        byte[] older = new String(
                        LoggedViews.queued(GREEN, "Ruby Invented", "UNRATED", "RECEIVED", "2026-11-02T17:00:00Z")
                                .line(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replace("2026-11-02T08:40:00Z", "2026-11-02T08:15:00Z")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        when(door.list(any(), any(), any()))
                .thenReturn(LoggedViews.page(new ViewDoor.Queued(
                        new uk.mashhub.model.id.ViewId(GREEN),
                        1,
                        uk.mashhub.model.id.EnquiryId.of("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a0ff"),
                        older)));
        assertThat(page("council-decision", "/")).contains("Unrated for 45 minutes");
    }

    @Test
    void saysThatNothingWaits() throws Exception {
        when(door.list(any(), any(), any())).thenReturn(LoggedViews.page());
        assertThat(page("council-decision", "/")).contains("Nothing waits for your team");
    }

    @Test
    void looksAgainWhenItsReaderAsksAndNeverUnderTheirHands() throws Exception {
        assertThat(page("council-decision", "/"))
                .contains("Look again for what is new")
                .doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void asksStrangersToSignIn() throws Exception {
        Screens.mvc()
                .perform(get("/"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/oauth2/authorization/mash"));
    }

    @Test
    void showsNothingToSomebodyOfNoTeam() throws Exception {
        look("refuge-desk", "/").andExpect(status().isForbidden());
        assertThat(page("refuge-desk", "/"))
                .contains("You belong to no team here")
                .doesNotContain("Maya");
    }

    @Test
    void pointsToThePaperProcessWhileTheDatabaseIsAway() throws Exception {
        when(door.list(any(), any(), any())).thenThrow(new CannotCreateTransactionException("Maya Invented"));
        look("council-decision", "/").andExpect(status().isServiceUnavailable());
        assertThat(page("council-decision", "/"))
                .contains("Use the paper process")
                .doesNotContain("Maya");
    }

    @Test
    void saysNoMoreThanThatWhenAnythingElseFails() throws Exception {
        when(door.list(any(), any(), any())).thenThrow(new IllegalStateException("Maya Invented"));
        look("council-decision", "/").andExpect(status().isInternalServerError());
        assertThat(page("council-decision", "/")).doesNotContain("Maya", "IllegalState");
    }
}
