package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
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
import uk.mashhub.hub.audit.LookupExports;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.LogExportStore.Form;

class AccountScreenTest {
    private static final UUID ID = UUID.fromString("7d0c1a6e-2f4b-4a83-9d5e-61b0c9a4f312");

    private final SubjectAccounts accounts = Screens.part(SubjectAccounts.class);

    @BeforeEach
    void something() {
        Screens.forget(accounts);
        Instant at = Instant.parse("2026-03-02T09:15:00Z");
        when(accounts.waiting(any(), any()))
                .thenReturn(List.of(
                        new SubjectAccounts.Waiting(ID, at, false, "Request 12.", "For: Maya <b>Invented"),
                        new SubjectAccounts.Waiting(UUID.randomUUID(), at, true, "Request 13.", "For: Ada")));
    }

    private static ResultActions send(String team, MockHttpServletRequestBuilder request) throws Exception {
        return Screens.mvc().perform(request.with(Screens.as(team)).with(csrf()));
    }

    @Test
    void showsWhatWaitsAndOffersTheReleaseToAnother() throws Exception {
        String page = send("ig-council", get("/log/accounts"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("For: Maya &lt;b&gt;Invented", "You have prepared it.")
                .doesNotContain("<b>");
        assertThat(page.split("release it</button>", -1)).hasSize(2);
    }

    @Test
    void preparesForAReasonAndForSomebodyWhoAsksForThemselfAlone() throws Exception {
        for (String[] missing : new String[][] {{"reason", "Request 12."}, {"themself", "true"}}) {
            send("ig-council", post("/log/accounts").param("name", "Maya").param(missing[0], missing[1]))
                    .andExpect(flash().attributeExists("refusal"));
        }
        verify(accounts, never()).prepare(any(), any(), any(), any());
        send(
                        "ig-council",
                        post("/log/accounts")
                                .param("name", "Maya")
                                .param("born", "2010-03-14")
                                .param("themself", "true")
                                .param("reason", "Request 12."))
                .andExpect(flash().attribute("done", "done.AccountPrepared"));
        verify(accounts).prepare(any(), any(), eq(Map.of("name", "Maya", "born", "2010-03-14")), eq("Request 12."));
    }

    @Test
    void releasesAndHandsOverWhatIsProved() throws Exception {
        when(accounts.release(any(), any(), eq(ID))).thenReturn(Optional.of(ID));
        send("ig-council", post("/log/accounts/" + ID + "/release"))
                .andExpect(flash().attribute("export", ID.toString()));
        when(accounts.fetch(any(), any(), eq(ID)))
                .thenReturn(Optional.of(new LookupExports.Fetched(Form.TEXT, Optional.empty())));
        send("ig-council", post("/log/accounts/released/" + ID)).andExpect(flash().attributeExists("refusal"));
        when(accounts.fetch(any(), any(), eq(ID)))
                .thenReturn(Optional.of(new LookupExports.Fetched(Form.TEXT, Optional.of(new byte[] {'a'}))));
        send("ig-council", post("/log/accounts/released/" + ID))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"account.txt\""));
        send("ig-council", post("/api/desk/accounts/released/" + ID)).andExpect(status().isOk());

        when(accounts.release(any(), any(), eq(ID))).thenThrow(new NoSearch("Something has changed."));
        send("ig-council", post("/log/accounts/" + ID + "/release"))
                .andExpect(flash().attribute("refusal", "Something has changed."));
        send("ig-council", post("/api/desk/accounts/" + ID + "/release")).andExpect(status().isConflict());
    }

    @Test
    void isThereAsJson() throws Exception {
        assertThat(send("ig-council", get("/api/desk/accounts"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"own\":false", "\"own\":true", "For: Maya");
        when(accounts.prepare(any(), any(), eq(Map.of("name", "Maya")), eq("Request 12.")))
                .thenReturn(ID);
        send("ig-council", json("{\"name\":\"Maya\",\"reason\":\"Request 12.\"}"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/desk/accounts/" + ID + "/release"));
        send("ig-council", json("{\"name\":\"Maya\"}")).andExpect(status().isBadRequest());
        when(accounts.release(any(), any(), eq(ID))).thenReturn(Optional.of(ID));
        send("ig-council", post("/api/desk/accounts/" + ID + "/release"))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", "/api/desk/accounts/released/" + ID));
    }

    private static MockHttpServletRequestBuilder json(String body) {
        return post("/api/desk/accounts").contentType(APPLICATION_JSON).content(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-decision", "police-desk", "business-support"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        send(team, get("/log/accounts")).andExpect(status().isNotFound());
        send(team, get("/api/desk/accounts")).andExpect(status().isNotFound());
        send(team, json("{}")).andExpect(status().isNotFound());
        for (String path : List.of(
                "/log/accounts",
                "/log/accounts/" + ID + "/release",
                "/log/accounts/released/" + ID,
                "/api/desk/accounts/released/" + ID,
                "/api/desk/accounts/" + ID + "/release")) {
            send(team, post(path).param("themself", "true").param("reason", "Curious."))
                    .andExpect(status().isNotFound());
        }
        verifyNoInteractions(accounts);
    }
}
