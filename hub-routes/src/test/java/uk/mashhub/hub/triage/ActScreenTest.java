package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.send;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.ViewId;

class ActScreenTest {
    private static final String ACT = "/packet/" + LoggedViews.ID + "/act";
    private static final String ID = "3a7e9c1d-5f82-4e6b-9c04-d1f8b2a6e766";

    private static final Optional<ViewId> HERE = Optional.of(new ViewId(LoggedViews.ID));

    private final Acting acting = Screens.part(Acting.class);
    private final ViewDoor door = Screens.part(ViewDoor.class);

    @BeforeEach
    void succeeds() {
        Screens.forget(acting, door);
        result(new Acting.Result(true, Optional.empty(), HERE));
        LoggedView view = LoggedViews.full();
        when(door.open(any(), any())).thenReturn(Optional.of(view));
    }

    private void result(Acting.Result result) {
        when(acting.act(any(), any(), any(), any())).thenReturn(result);
    }

    /** The page after the redirect, with what it was handed. */
    private String after(MvcResult sent) throws Exception {
        return Screens.mvc()
                .perform(get("/packet/" + LoggedViews.ID)
                        .with(Screens.as("council-decision"))
                        .flashAttrs(java.util.Map.copyOf(sent.getFlashMap())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void actsOnceAndSaysSoOnThePacket() throws Exception {
        MvcResult sent = send("council-decision", ACT, "act", "Rate", "id", ID, "rating", "RED", "reason", "Injury.")
                .andExpect(redirectedUrl("/packet/" + LoggedViews.ID))
                .andReturn();
        verify(acting).act(any(), eq(new ViewId(LoggedViews.ID)), eq(ActId.of(ID)), any());
        assertThat(after(sent)).contains("The rating is recorded.");
    }

    @Test
    void saysWhyNotAndKeepsWhatWasTyped() throws Exception {
        result(new Acting.Result(true, Optional.of("Choose a rating."), HERE));
        MvcResult sent = send("council-decision", ACT, "act", "Rate", "id", ID, "reason", "A long <reason>.")
                .andReturn();
        assertThat(after(sent))
                .contains("It was not done", "Choose a rating.", "A long &lt;reason&gt;.", "<title>Error: ");
    }

    @Test
    void isNotThereForWhomThePacketIsNot() throws Exception {
        result(new Acting.Result(false, Optional.empty(), Optional.empty()));
        send("housing-officers", ACT, "act", "Rate", "id", ID, "rating", "RED", "reason", "x")
                .andExpect(status().isNotFound());
    }

    @Test
    void doesNothingWithoutTheFormsId() throws Exception {
        send("council-decision", ACT, "act", "Rate", "rating", "RED").andExpect(status().isNotFound());
        send("council-decision", ACT, "act", "Rate", "id", "x", "rating", "RED").andExpect(status().isNotFound());
        verify(acting, never()).act(any(), any(), any(), any());
    }

    @Test
    void doesNothingWithoutTheSessionsToken() throws Exception {
        Screens.mvc()
                .perform(post(ACT)
                        .with(Screens.as("council-decision"))
                        .param("act", "Rate")
                        .param("id", ID))
                .andExpect(status().isForbidden());
        verify(acting, never()).act(any(), any(), any(), any());
    }

    @Test
    void followsThePacketToItsNewPurpose() throws Exception {
        ViewId other = ViewId.of("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a401");
        result(new Acting.Result(true, Optional.empty(), Optional.of(other)));
        send("council-decision", ACT, "act", "SetPurpose", "id", ID, "purpose", "S47", "grounds", "x")
                .andExpect(redirectedUrl("/packet/" + other));
        result(new Acting.Result(true, Optional.empty(), Optional.empty()));
        send("council-decision", ACT, "act", "SetPurpose", "id", ID, "purpose", "S47", "grounds", "x")
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void goesBackToTheLinksAfterSettlingOne() throws Exception {
        send("council-decision", ACT, "act", "SettleLink", "id", ID, "link", ID, "same", "true", "why", "x")
                .andExpect(redirectedUrl("/packet/" + LoggedViews.ID + "/links"));
    }
}
