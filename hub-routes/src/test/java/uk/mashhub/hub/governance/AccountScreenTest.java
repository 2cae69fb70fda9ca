package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.mashhub.hub.account.SubjectAccounts;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.screens.Screens;

class AccountScreenTest {
    private static final UUID ID = UUID.fromString("7d0c1a6e-2f4b-4a83-9d5e-61b0c9a4f312");

    private final SubjectAccounts accounts = Screens.part(SubjectAccounts.class);

    private static final SubjectAccounts.Opened OPENED = new SubjectAccounts.Opened(
            ID,
            "Request 12.",
            "A passport.",
            "For: Maya <b>Invented",
            List.of(new SubjectAccounts.LeftOut("MH-1", "it is not over")),
            List.of(new SubjectAccounts.Before(Instant.parse("2026-03-02T09:15:00Z"), "On 1 March", true)),
            "abc",
            true);

    @BeforeEach
    void something() {
        Screens.forget(accounts);
        when(accounts.waiting(any(), any()))
                .thenReturn(List.of(new SubjectAccounts.Waiting(ID, Instant.parse("2026-03-02T09:15:00Z"))));
        when(accounts.open(any(), any(), eq(ID), eq("To answer."))).thenReturn(Optional.of(OPENED));
    }

    private static ResultActions send(String team, MockHttpServletRequestBuilder request) throws Exception {
        return Screens.mvc().perform(request.with(Screens.as(team)).with(csrf()));
    }

    @Test
    void handsInWithoutAWordOfWhatIsFound() throws Exception {
        send(
                        "ig-council",
                        post("/log/accounts")
                                .param("name", "Maya")
                                .param("born", "2010-03-14")
                                .param("themself", "true")
                                .param("identity", "A passport.")
                                .param("reason", "Request 12."))
                .andExpect(flash().attribute("done", "done.AccountPrepared"));
        verify(accounts)
                .ask(
                        any(),
                        any(),
                        eq(Map.of(
                                "name",
                                "Maya",
                                "born",
                                "2010-03-14",
                                "themself",
                                "true",
                                "identity",
                                "A passport.",
                                "reason",
                                "Request 12.")));
        assertThat(page("ig-council", get("/log/accounts"))).doesNotContain("Request 12.", "Maya", ID.toString());
        verify(accounts, never()).waiting(any(), any());
        send("ig-council", json("", "{\"name\":\"Maya\"}"))
                .andExpect(status().isAccepted())
                .andExpect(header().doesNotExist("Location"));
        doThrow(new NoSearch("Say which request this answers.")).when(accounts).ask(any(), any(), any());
        send("ig-council", post("/log/accounts")).andExpect(flash().attributeExists("refusal"));
        send("ig-council", json("", "{}")).andExpect(status().isBadRequest());
    }

    @Test
    void showsTheUnitWhatWaitsAndOpensItForAReason() throws Exception {
        assertThat(page("council-protected", get("/accounts")))
                .contains("Open the request")
                .doesNotContain("Maya");
        send("council-protected", post("/accounts/" + ID + "/open")).andExpect(flash().attributeExists("refusal"));
        assertThat(page("council-protected", post("/accounts/" + ID + "/open").param("reason", "To answer.")))
                .contains("For: Maya &lt;b&gt;Invented", "MH-1: it is not over", "gone now", "value=\"abc\"")
                .doesNotContain("<b>");
        assertThat(page("council-protected", json("/" + ID + "/open", "{\"reason\":\"To answer.\"}")))
                .contains("\"read\":\"abc\"", "it is not over");
        assertThat(page("council-protected", get("/api/desk/accounts"))).contains(ID.toString());
    }

    @Test
    void releasesEndsAndHandsOverWhatIsProved() throws Exception {
        when(accounts.release(any(), any(), eq(ID), eq("abc"))).thenReturn(Optional.of(ID));
        send("council-protected", post("/accounts/" + ID + "/release").param("read", "abc"))
                .andExpect(flash().attribute("export", ID.toString()));
        send("council-protected", json("/" + ID + "/release", "{\"read\":\"abc\"}"))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", "/api/desk/accounts/released/" + ID));
        when(accounts.fetch(any(), any(), eq(ID)))
                .thenReturn(Optional.of(new SubjectAccounts.Fetched(Optional.empty())));
        send("council-protected", post("/accounts/released/" + ID)).andExpect(flash().attributeExists("refusal"));
        send("council-protected", post("/api/desk/accounts/released/" + ID)).andExpect(status().isConflict());
        when(accounts.fetch(any(), any(), eq(ID)))
                .thenReturn(Optional.of(new SubjectAccounts.Fetched(Optional.of(new byte[] {'a'}))));
        send("council-protected", post("/accounts/released/" + ID))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"account.txt\""));
        send("council-protected", post("/api/desk/accounts/released/" + ID)).andExpect(status().isOk());

        when(accounts.release(any(), any(), eq(ID), any())).thenThrow(new NoSearch("Something has changed."));
        send("council-protected", post("/accounts/" + ID + "/release"))
                .andExpect(flash().attribute("refusal", "Something has changed."));
        send("council-protected", json("/" + ID + "/release", "{}")).andExpect(status().isConflict());

        when(accounts.end(any(), any(), eq(ID), eq(SubjectAccounts.End.REFUSED), eq("Why.")))
                .thenReturn(true);
        send(
                        "council-protected",
                        post("/accounts/" + ID + "/end").param("how", "REFUSED").param("reason", "Why."))
                .andExpect(flash().attribute("done", "done.AccountEnded"));
        send("council-protected", json("/" + ID + "/end", "{\"how\":\"REFUSED\",\"reason\":\"Why.\"}"))
                .andExpect(status().isNoContent());
        send("council-protected", json("/" + ID + "/end", "{\"how\":\"MAYBE\",\"reason\":\"Why.\"}"))
                .andExpect(status().isBadRequest());
    }

    private static String page(String team, MockHttpServletRequestBuilder request) throws Exception {
        return send(team, request)
                .andExpect(status().is2xxSuccessful())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockHttpServletRequestBuilder json(String path, String body) {
        return post("/api/desk/accounts" + path).contentType(APPLICATION_JSON).content(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-decision", "police-desk", "business-support", "ig-council", "ig-police"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        send(team, get("/accounts")).andExpect(status().isNotFound());
        send(team, get("/api/desk/accounts")).andExpect(status().isNotFound());
        for (String path : List.of("/" + ID + "/open", "/" + ID + "/release", "/" + ID + "/end", "/released/" + ID)) {
            send(team, post("/accounts" + path).param("reason", "Curious.").param("how", "REFUSED"))
                    .andExpect(status().isNotFound());
            send(team, json(path, "{\"reason\":\"Curious.\"}")).andExpect(status().isNotFound());
        }
        verifyNoInteractions(accounts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-decision", "business-support", "council-protected"})
    void isHandedInByNobodyElse(String team) throws Exception {
        send(team, get("/log/accounts")).andExpect(status().isNotFound());
        send(team, post("/log/accounts")).andExpect(status().isNotFound());
        send(team, json("", "{}")).andExpect(status().isNotFound());
        verifyNoInteractions(accounts);
    }
}
