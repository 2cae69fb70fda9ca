package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;
import static uk.mashhub.hub.screens.Hands.send;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.BreakGlassUse;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.id.ViewId;

class BreakGlassScreenTest {
    private static final UUID ID = UUID.fromString("2c9d1e4f-8a3b-4d67-b0c5-6e7f8a9b0c1d");
    private static final ViewId VIEW = ViewId.of("3d8e2f5a-9b4c-4e78-81d6-7f8a9b0c1d2e");
    private static final Instant AT = Instant.parse("2026-11-02T08:00:00Z");

    private final BreakGlassDesk desk = Screens.part(BreakGlassDesk.class);

    @BeforeEach
    void aUseThatWaits() {
        Screens.forget(desk);
        BreakGlassUse use = new BreakGlassUse(
                ID,
                new AreaCode("E10999999"),
                new TeamId("council-decision"),
                UserId.of("7d0c1a6e-2f4b-4a83-9d5e-61b0c9a4f312"),
                EnquiryId.of("4e9f3a6b-0c5d-4f89-92e7-8a9b0c1d2e3f"),
                AT,
                AT.plusSeconds(3600),
                Instant.parse("2026-11-03T17:30:00Z"),
                Optional.empty());
        when(desk.fresh(any())).thenReturn(true);
        when(desk.open(any(), any())).thenReturn(List.of(VIEW));
        when(desk.toReview(any())).thenReturn(List.of(new BreakGlassStore.Reasoned(use, "It could not wait.")));
        when(desk.gaveOfOurs(any())).thenReturn(List.of(use));
        when(desk.breakGlass(any(), any(), any())).thenReturn(Optional.empty());
    }

    @Test
    void asksADecisionMakerForAReferenceAndAReasonAfterAFreshSignIn() throws Exception {
        when(desk.toReview(any())).thenReturn(List.of());
        assertThat(page("council-decision", "/break-glass"))
                .contains("Break the glass</button>", "/packet/" + VIEW)
                .doesNotContain("It could not wait", "Sign in again");
        send("council-decision", "/break-glass", "reference", " MH-1 ", "reason", "Now.")
                .andExpect(flash().attribute("done", "done.BreakGlass"));
        verify(desk).breakGlass(any(), eq("MH-1"), eq("Now."));

        when(desk.fresh(any())).thenReturn(false);
        assertThat(page("council-decision", "/break-glass"))
                .contains("Sign in again", "fresh=yes")
                .doesNotContain("Break the glass</button>");
    }

    @Test
    void showsTheReviewerTheReasonAndTakesAFinding() throws Exception {
        when(desk.review(any(), eq(ID), eq("Fair."))).thenReturn(true);
        assertThat(page("ig-council", "/break-glass"))
                .contains("It could not wait.", "Review by 3 November 2026, 17:30");
        send("ig-council", "/break-glass/" + ID + "/review", "finding", "Fair.")
                .andExpect(flash().attribute("done", "done.BreakGlassReviewed"));
    }

    @Test
    void tellsAnOwnerWithoutTheReason() throws Exception {
        when(desk.toReview(any())).thenReturn(List.of());
        assertThat(page("police-desk", "/break-glass"))
                .contains("2 November 2026, 08:00", "council-decision")
                .doesNotContain("It could not wait", "Record the review", "Break the glass</button>");
        send("police-desk", "/break-glass", "reference", "MH-1", "reason", "Now.")
                .andExpect(status().isNotFound());
        send("police-desk", "/break-glass/" + ID + "/review", "finding", "Fair.")
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-screening", "housing-officers", "business-support"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        look(team, "/break-glass").andExpect(status().isNotFound());
        send(team, "/break-glass", "reference", "MH-1", "reason", "Now.").andExpect(status().isNotFound());
        verify(desk, never()).breakGlass(any(), any(), any());
    }
}
