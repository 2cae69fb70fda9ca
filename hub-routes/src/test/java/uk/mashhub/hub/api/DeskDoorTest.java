package uk.mashhub.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.proof.Receipt;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.Place;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.hub.triage.Acting;
import uk.mashhub.hub.triage.DoubtfulLinks;
import uk.mashhub.model.id.ViewId;

class DeskDoorTest {
    private static final String VIEW = "/api/desk/views/" + LoggedViews.ID;
    private static final String ID = "3a7e9c1d-5f82-4e6b-9c04-d1f8b2a6e766";
    private static final String RATE = "{\"id\":\"" + ID + "\",\"act\":\"Rate\",\"rating\":\"RED\",\"reason\":\"r\"}";

    private final ViewDoor door = Screens.part(ViewDoor.class);
    private final Acting acting = Screens.part(Acting.class);
    private final DoubtfulLinks links = Screens.part(DoubtfulLinks.class);
    private final LogReceipts receipts = Screens.part(LogReceipts.class);

    @BeforeEach
    void opens() {
        Screens.forget(door, acting, links, receipts);
        LoggedView view = LoggedViews.full();
        when(door.open(any(), any())).thenReturn(Optional.of(view));
        when(door.list(any(), any(), any()))
                .thenReturn(LoggedViews.page(
                        LoggedViews.queued(LoggedViews.ID, "Maya Invented", "RED", "READY", "2026-11-02T12:40:00Z")));
        when(acting.act(any(), any(), any(), any()))
                .thenReturn(new Acting.Result(true, Optional.empty(), Optional.empty()));
    }

    private static RequestPostProcessor bearer() {
        return jwt().jwt(token -> token.subject(Screens.USER)
                .claim("mash_team", "council-decision")
                .claim("mash_area", "E10999999"));
    }

    private static ResultActions act(RequestPostProcessor who, String json) throws Exception {
        MockHttpServletRequestBuilder request = post(VIEW + "/acts")
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
        return Screens.mvc().perform(request);
    }

    @Test
    void listsTheQueueWithIdVersionAndLine() throws Exception {
        look("council-decision", "/api/desk/queue")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].length()").value(3))
                .andExpect(jsonPath("$[0].id").value(LoggedViews.ID.toString()))
                .andExpect(jsonPath("$[0].version").value(1))
                .andExpect(jsonPath("$[0].line.name").value("Maya Invented"));
    }

    @Test
    void saysInAHeaderWhereAListGoesOn() throws Exception {
        Place place = new Place(0, Instant.parse("2026-11-02T12:40:00Z"), new ViewId(LoggedViews.ID));
        when(door.list(any(), any(), any()))
                .thenReturn(
                        new ViewDoor.Page(List.of(), Optional.of(Turn.before(place)), Optional.of(Turn.after(place))));
        look("council-decision", "/api/desk/queue?after=" + place)
                .andExpect(header().stringValues(
                                "Link",
                                "</api/desk/queue?before=" + place + ">; rel=\"prev\"",
                                "</api/desk/queue?after=" + place + ">; rel=\"next\""));
        verify(door).list(any(), eq(ViewList.QUEUE), eq(Turn.after(place)));
    }

    @Test
    void listsWhatIsClosedForDecisionMakersAlone() throws Exception {
        look("council-decision", "/api/desk/closed")
                .andExpect(jsonPath("$[0].id").value(LoggedViews.ID.toString()))
                .andExpect(header().doesNotExist("Link"));
        verify(door).list(any(), eq(ViewList.CLOSED), eq(Turn.START));
        look("council-screening", "/api/desk/closed").andExpect(status().isNotFound());
    }

    @Test
    void servesAViewByteForByte() throws Exception {
        look("council-decision", VIEW)
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(content().bytes(LoggedViews.full().content()));
    }

    @Test
    void servesTheReceiptOfAViewThatItOpens() throws Exception {
        byte[] proof = "c2sp.org/tlog-proof@v1\n".getBytes(StandardCharsets.US_ASCII);
        when(receipts.of(LoggedViews.DISCLOSURE))
                .thenReturn(Optional.of(new Receipt(LoggedViews.DISCLOSURE, Receipt.Kind.WITNESSED, proof)));
        look("council-decision", VIEW + "/receipt")
                .andExpect(status().isOk())
                .andExpect(content().bytes(proof))
                .andExpect(
                        header().string("Content-Disposition", containsString(LoggedViews.DISCLOSURE + ".tlog-proof")));

        when(door.open(any(), any())).thenReturn(Optional.empty());
        look("council-decision", VIEW + "/receipt").andExpect(status().isNotFound());
    }

    @Test
    void servesABearerOfTheProvidersToken() throws Exception {
        Screens.mvc().perform(get(VIEW).with(bearer())).andExpect(status().isOk());
        act(bearer(), RATE).andExpect(status().isNoContent());
    }

    @Test
    void asksNobodyIn() throws Exception {
        Screens.mvc().perform(get(VIEW)).andExpect(status().isUnauthorized());
        Screens.mvc()
                .perform(get(VIEW).header("Authorization", "Bearer not-a-token"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void wantsTheTokenOfASessionThatActs() throws Exception {
        act(Screens.as("council-decision"), RATE).andExpect(status().isForbidden());
        verify(acting, never()).act(any(), any(), any(), any());
        Screens.mvc()
                .perform(post(VIEW + "/acts")
                        .with(Screens.as("council-decision"))
                        .with(csrf().asHeader())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(RATE))
                .andExpect(status().isNoContent());
    }

    @Test
    void tellsWhyAnActWasRefused() throws Exception {
        when(acting.act(any(), any(), any(), any()))
                .thenReturn(new Acting.Result(true, Optional.of("Say why it is rated so."), Optional.empty()));
        act(bearer(), RATE)
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value("Say why it is rated so."));
    }

    @Test
    void hasNothingForWhomTheDoorOpensNothing() throws Exception {
        when(door.open(any(), any())).thenReturn(Optional.empty());
        when(acting.act(any(), any(), any(), any()))
                .thenReturn(new Acting.Result(false, Optional.empty(), Optional.empty()));
        look("housing-officers", VIEW).andExpect(status().isNotFound());
        look("housing-officers", VIEW + "/links").andExpect(status().isNotFound());
        act(bearer(), RATE).andExpect(status().isNotFound());
        String body = look("housing-officers", VIEW).andReturn().getResponse().getContentAsString();
        assertThat(body).doesNotContain("Maya", "MH-7K2Q-94");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{\"act\":\"Rate\"}",
                "{\"id\":\"x\",\"act\":\"Rate\"}",
                "{\"id\":[\"" + ID + "\",\"" + ID + "\"],\"act\":\"Rate\"}",
                "{\"id\":\"" + ID + "\",\"act\":\"Rate\",\"rating\":{\"a\":1}}",
                "{\"id\":\"" + ID + "\",\"act\":\"Rate\",\"rating\":1}",
                "{\"id\":\"" + ID + "\",\"act\":\"Rate\",\"act\":\"SetPurpose\"}"
            })
    void refusesWhatIsNoAct(String json) throws Exception {
        act(bearer(), json).andExpect(status().isBadRequest());
        verify(acting, never()).act(any(), any(), any(), any());
    }

    @Test
    void knowsNobodyOfNoTeam() throws Exception {
        look("no-such-team", "/api/desk/queue").andExpect(status().isForbidden());
        verify(door, never()).list(any(), any(), any());
    }
}
