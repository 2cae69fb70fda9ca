package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;

class QueueScreenTest {
    private static final UUID LATE = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a101");
    private static final UUID GREEN = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a102");

    private final ViewDoor door = Screens.part(ViewDoor.class);

    @BeforeEach
    void fills() {
        Screens.forget(door);
        when(door.queue(any()))
                .thenReturn(List.of(
                        LoggedViews.queued(GREEN, "Ruby Invented", "GREEN", "ENQUIRING", "2026-11-03T09:00:00Z"),
                        LoggedViews.queued(LATE, "Maya Invented", "RED", "ENQUIRING", "2026-11-02T08:55:00Z")));
    }

    @Test
    void saysHowUrgentInAWordAndHowLate() throws Exception {
        assertThat(page("council-decision", "/"))
                .contains("hub-rag--RED", ">Red<", "Maya Invented", "MH-7K2Q-94", "Late: due 5 minutes ago")
                .contains("in 1 day", "Tue 3 Nov 2026, 09:00", "Agencies are being asked", "asked, due 14:00")
                .contains("/packet/" + LATE);
    }

    @Test
    void putsTheMostUrgentFirst() throws Exception {
        String page = page("council-decision", "/");
        assertThat(page.indexOf("Maya Invented")).isLessThan(page.indexOf("Ruby Invented"));
    }

    @Test
    void saysForHowLongNobodyHasRatedAndOnlyOnceThatIsTooLong() throws Exception {
        // Received 20 minutes before the test's clock; the area allows 30.
        when(door.queue(any()))
                .thenReturn(List.of(
                        LoggedViews.queued(GREEN, "Ruby Invented", "UNRATED", "RECEIVED", "2026-11-02T17:00:00Z")));
        assertThat(page("council-decision", "/")).doesNotContain("Unrated for");
        byte[] older = new String(
                        LoggedViews.queued(GREEN, "Ruby Invented", "UNRATED", "RECEIVED", "2026-11-02T17:00:00Z")
                                .line(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replace("2026-11-02T08:40:00Z", "2026-11-02T08:15:00Z")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        when(door.queue(any()))
                .thenReturn(List.of(new ViewDoor.Queued(
                        new uk.mashhub.model.id.ViewId(GREEN),
                        1,
                        uk.mashhub.model.id.EnquiryId.of("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a0ff"),
                        older)));
        assertThat(page("council-decision", "/")).contains("Unrated for 45 minutes");
    }

    @Test
    void saysThatNothingWaits() throws Exception {
        when(door.queue(any())).thenReturn(List.of());
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
        when(door.queue(any())).thenThrow(new CannotCreateTransactionException("Maya Invented"));
        look("council-decision", "/").andExpect(status().isServiceUnavailable());
        assertThat(page("council-decision", "/"))
                .contains("Use the paper process")
                .doesNotContain("Maya");
    }

    @Test
    void saysNoMoreThanThatWhenAnythingElseFails() throws Exception {
        when(door.queue(any())).thenThrow(new IllegalStateException("Maya Invented"));
        look("council-decision", "/").andExpect(status().isInternalServerError());
        assertThat(page("council-decision", "/")).doesNotContain("Maya", "IllegalState");
    }
}
