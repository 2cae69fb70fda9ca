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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.PolicyProposal;
import uk.mashhub.hub.storage.PolicySignature;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.UserId;

class PolicyScreenTest {
    private static final UUID ID = UUID.fromString("5a1f0c3e-7b2d-4e86-9c41-2d0f6b8a7e13");
    private static final PolicyHash HASH = new PolicyHash("ab12".repeat(16));
    private static final UserId OTHER = UserId.of("7d0c1a6e-2f4b-4a83-9d5e-61b0c9a4f312");

    private final PolicyDesk desk = Screens.part(PolicyDesk.class);

    @BeforeEach
    void aProposalOfAnotherLead() {
        Screens.forget(desk);
        proposal(OTHER, true);
    }

    private void proposal(UserId signer, boolean proved) {
        PolicyProposal waiting = new PolicyProposal(
                ID,
                HASH,
                Instant.parse("2026-11-09T08:00:00Z"),
                Instant.parse("2026-11-02T08:00:00Z"),
                List.of(new PolicySignature(signer, Instant.parse("2026-11-02T08:00:00Z"), new byte[] {1})));
        when(desk.inForce()).thenReturn(true);
        when(desk.proposals()).thenReturn(List.of(new PolicyDesk.Listed(waiting, false, true)));
        when(desk.examine(ID))
                .thenReturn(Optional.of(new PolicyDesk.Examined(
                        waiting,
                        List.of("New: SAF-99 (A new rule)"),
                        List.of("103 of 103 invariants proved."),
                        proved)));
        when(desk.rehearsed(any())).thenReturn(List.of("Less would be given:", "  <b>would be EXISTS</b>, was SHOW"));
        when(desk.sign(any(), any(), any())).thenReturn(Optional.empty());
    }

    @Test
    void showsTheSecondSignerHashStartChangesAndProof() throws Exception {
        assertThat(page("ig-police", "/policy/" + ID))
                .contains(HASH.hex(), "9 November 2026, 08:00", "SAF-99", "103 of 103", "Sign this policy");
    }

    @Test
    void showsTheSecondSignerWhichDecisionsWouldComeOutOtherwise() throws Exception {
        assertThat(page("ig-police", "/policy/" + ID))
                .contains("Less would be given:", "&lt;b&gt;would be EXISTS&lt;/b&gt;, was SHOW");
        when(desk.rehearsed(any())).thenReturn(List.of());
        assertThat(page("ig-police", "/policy/" + ID)).contains("No policy is in force to compare with");
    }

    @Test
    void letsNobodySignWhatTheySignedOrWhatTheProofDoesNotStandFor() throws Exception {
        proposal(UserId.of(Screens.USER), true);
        assertThat(page("ig-police", "/policy/" + ID))
                .contains("Somebody else has to sign")
                .doesNotContain("Sign this");
        proposal(OTHER, false);
        assertThat(page("ig-police", "/policy/" + ID))
                .contains("cannot be signed")
                .doesNotContain("Sign this");
    }

    @Test
    void signsExactlyTheHashThatWasShown() throws Exception {
        send("ig-police", "/policy/" + ID + "/sign", "hash", HASH.hex()).andExpect(status().isFound());
        verify(desk).sign(any(), eq(ID), eq(HASH));
        send("ig-police", "/policy/" + ID + "/sign", "hash", "x").andExpect(status().isNotFound());
    }

    @Test
    void readsTheStartInTheAreasTimeAndTakesNoneThatHasPassed() throws Exception {
        when(desk.proposeDraft(any(), any())).thenReturn(List.of("The draft does not stand the proof.", "INV-03"));
        send("ig-council", "/policy/propose", "starts", "2026-11-09T08:00")
                .andExpect(flash().attribute("refusal", "The draft does not stand the proof."))
                .andExpect(flash().attribute("report", List.of("INV-03")));
        verify(desk).proposeDraft(any(), eq(Optional.of(Instant.parse("2026-11-09T08:00:00Z"))));

        for (String wrong : List.of("2026-11-01T08:00", "soon")) {
            Screens.forget(desk);
            send("ig-council", "/policy/propose", "starts", wrong).andExpect(flash().attributeExists("refusal"));
            verifyNoInteractions(desk);
        }
    }

    @Test
    void saysWhenNothingIsInForce() throws Exception {
        when(desk.inForce()).thenReturn(false);
        assertThat(page("ig-council", "/policy")).contains("No policy is in force");
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-decision", "police-desk", "business-support", "housing-officers"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        look(team, "/policy").andExpect(status().isNotFound());
        look(team, "/policy/" + ID).andExpect(status().isNotFound());
        send(team, "/policy/propose").andExpect(status().isNotFound());
        send(team, "/policy/" + ID + "/sign", "hash", HASH.hex()).andExpect(status().isNotFound());
        verify(desk, never()).sign(any(), any(), any());
        verify(desk, never()).proposeDraft(any(), any());
    }
}
