package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;
import static uk.mashhub.hub.screens.Hands.send;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.hub.retention.Expiring;
import uk.mashhub.hub.retention.RetentionPlan.Line;
import uk.mashhub.hub.retention.RetentionPlan.Standing;
import uk.mashhub.hub.retention.Term;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.AgeReviews;
import uk.mashhub.hub.storage.Erasures;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;

class RetentionScreenTest {
    private static final UUID ID = UUID.fromString("0d7d9a3e-8a51-4a0e-b5a6-77f8d9c1e002");
    private static final EnquiryId ENQUIRY = new EnquiryId(ID);

    private final RetentionDesk desk = Screens.part(RetentionDesk.class);

    @BeforeEach
    void nothingIsProposed() {
        Screens.forget(desk);
        when(desk.page(any())).thenReturn(planned(Optional.empty(), false));
    }

    private static RetentionDesk.Page planned(Optional<Erasures.Erasure> erasure, boolean own) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        return new RetentionDesk.Page(
                List.of(
                        new Line(ENQUIRY, "MH-DUE", "no-further-action", day, Standing.DUE),
                        new Line(ENQUIRY, "MH-AGE", "child-protection", day, Standing.OF_AGE)),
                "d1",
                List.of(),
                erasure,
                List.of(),
                own,
                List.of(),
                List.of(new Expiring.Due(new Term(Term.Kind.QUARANTINE_SETTLED, 90, "a basis", true), 7)));
    }

    private static Optional<Erasures.Erasure> proposed() {
        return Optional.of(new Erasures.Erasure(
                ID,
                new AreaCode("E10999999"),
                new byte[32],
                new UserId(ID),
                Instant.EPOCH,
                Optional.empty(),
                Erasures.State.PROPOSED,
                Optional.empty()));
    }

    @Test
    void showsThePlanAndProposesWhatWasRead() throws Exception {
        when(desk.propose(any(), eq("d1"))).thenReturn(true);
        assertThat(page("ig-council", "/retention"))
                .as("the terms of what is of no enquiry")
                .contains("Messages in quarantine that were mended and taken in", ">90<", ">7<");
        assertThat(page("ig-council", "/retention"))
                .contains("MH-DUE", "No longer needed: MH-AGE", "Propose to erase what is due")
                .doesNotContain("No longer needed: MH-DUE", "Approve");
        send("ig-council", "/retention/erasures", "digest", "d1")
                .andExpect(flash().attribute("done", "done.ErasureProposed"));
        send("ig-council", "/retention/erasures", "digest", "older").andExpect(flash().attributeExists("refusal"));
    }

    @Test
    void asksASecondPersonToApprove() throws Exception {
        when(desk.page(any())).thenReturn(planned(proposed(), true));
        assertThat(page("ig-council", "/retention"))
                .contains("Another information governance lead has to approve", "Withdraw")
                .doesNotContain("Approve: erase", "Propose to erase");
        when(desk.page(any())).thenReturn(planned(proposed(), false));
        assertThat(page("ig-police", "/retention")).contains("Approve: erase these for ever");
        when(desk.approve(any(), eq(ID))).thenReturn(true);
        send("ig-police", "/retention/erasures/" + ID + "/approve")
                .andExpect(flash().attribute("done", "done.ErasureApproved"));
    }

    @Test
    void placesAHoldOnOneEnquiryOrOnEverythingAndNeverByMistake() throws Exception {
        when(desk.hold(any(), eq(Optional.of("MH-1")), eq("An inquest"))).thenReturn(true);
        send("ig-council", "/retention/holds", "reference", "MH-1", "reason", "An inquest")
                .andExpect(flash().attribute("done", "done.HoldPlaced"));
        send("ig-council", "/retention/holds", "reference", "", "reason", "An inquest")
                .andExpect(flash().attributeExists("refusal"));
        verify(desk, never()).hold(any(), eq(Optional.empty()), any());
        send("ig-council", "/retention/holds", "everything", "true", "reason", "An inquiry");
        verify(desk).hold(any(), eq(Optional.empty()), eq("An inquiry"));
    }

    @Test
    void recordsAReviewAndTheLiftingOfAHold() throws Exception {
        when(desk.review(any(), eq(ENQUIRY), eq(AgeReviews.Word.LET_GO))).thenReturn(true);
        send("ig-council", "/retention/reviews/" + ID, "word", "LET_GO")
                .andExpect(flash().attribute("done", "done.Reviewed"));
        when(desk.lift(any(), eq(ID))).thenReturn(Optional.of(false));
        send("ig-council", "/retention/holds/" + ID + "/lift")
                .andExpect(flash().attribute("done", "done.HoldLiftSaid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-decision", "police-desk", "business-support"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        look(team, "/retention").andExpect(status().isNotFound());
        send(team, "/retention/erasures", "digest", "d1").andExpect(status().isNotFound());
        send(team, "/retention/erasures/" + ID + "/approve").andExpect(status().isNotFound());
        verifyNoInteractions(desk);
    }
}
