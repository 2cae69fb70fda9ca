package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
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
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.audit.LookupExports;
import uk.mashhub.hub.audit.LookupSaid;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.LogExportStore.Form;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;

class LookupScreenTest {
    private static final UUID ID = UUID.fromString("7d0c1a6e-2f4b-4a83-9d5e-61b0c9a4f312");

    private final LookupDoor door = Screens.part(LookupDoor.class);
    private final LookupExports exports = Screens.part(LookupExports.class);

    private static LookupDoor.Line line(Optional<LookupSaid> said) {
        return new LookupDoor.Line(
                new LookupRow(
                        ID,
                        ID.toString(),
                        new AreaCode("E10999999"),
                        new AgencyId("exampleshire-police"),
                        LookupRow.Share.OWNER,
                        Optional.empty(),
                        Instant.parse("2026-03-02T09:15:00Z"),
                        "OPENING",
                        Screens.USER,
                        "council-decision",
                        "S47",
                        "SHOW",
                        "ab".repeat(32),
                        Optional.empty()),
                said);
    }

    @BeforeEach
    void something() {
        Screens.forget(door, exports);
        LookupSaid said = new LookupSaid(
                "MH-1",
                List.of("Maya <b>Invented"),
                List.of(new LookupSaid.Line(
                        "police-records", "CR/1", "PROBATION", "SHOW", List.of("MX-07"), "Why.", "A law")));
        when(door.search(any(), any(), any(), eq(Optional.empty())))
                .thenReturn(new LookupDoor.Page(List.of(line(Optional.empty())), Optional.of("later"), "e"));
        when(door.search(any(), any(), any(), argThat((Optional<String> r) -> r != null && r.isPresent())))
                .thenReturn(new LookupDoor.Page(List.of(line(Optional.of(said))), Optional.empty(), "e"));
    }

    @Test
    void hidesNamesAndRecordsUntilAReasonIsGiven() throws Exception {
        String masked = send("ig-police", "/log", "name", "Maya")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(masked)
                .contains("Somebody read something", "MASH decision makers", "Hidden: say why", "Earlier entries")
                .doesNotContain("CR/1", "MX-07", "<b>");

        assertThat(send("ig-police", "/log", "name", "Maya", "reason", "A complaint.")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("CR/1", "MX-07", "Maya &lt;b&gt;Invented")
                .doesNotContain("Hidden: say why", "<b>");
    }

    @Test
    void takesNoNameFromAnAddress() throws Exception {
        assertThat(page("ig-police", "/log?name=Maya")).doesNotContain("Maya");
        verifyNoInteractions(door);
    }

    @Test
    void saysWhatIsNoSearch() throws Exception {
        when(door.search(any(), any(), any(), any())).thenThrow(new NoSearch("That is no NHS number."));
        assertThat(send("ig-police", "/log", "number", "1")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("That is no NHS number.");
    }

    @Test
    void exportsForAReasonAloneAndHandsOverWhatIsProved() throws Exception {
        send("ig-police", "/log/export", "form", "CSV").andExpect(flash().attributeExists("refusal"));
        verify(exports, never()).begin(any(), any(), any(), any(), any());

        when(exports.begin(any(), any(), any(), eq("A complaint."), eq(Form.CSV)))
                .thenReturn(ID);
        send("ig-police", "/log/export", "form", "CSV", "reason", "A complaint.")
                .andExpect(flash().attribute("export", ID.toString()));
        when(exports.fetch(any(), eq(ID)))
                .thenReturn(Optional.of(new LookupExports.Fetched(Form.CSV, Optional.empty())));
        send("ig-police", "/log/exports/" + ID).andExpect(flash().attributeExists("refusal"));
        when(exports.fetch(any(), eq(ID)))
                .thenReturn(Optional.of(new LookupExports.Fetched(Form.CSV, Optional.of(new byte[] {'a'}))));
        send("ig-police", "/log/exports/" + ID)
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"disclosure-log.csv\""));
        when(exports.fetch(any(), eq(ID))).thenReturn(Optional.empty());
        send("ig-police", "/log/exports/" + ID).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-decision", "police-desk", "business-support"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        look(team, "/log").andExpect(status().isNotFound());
        for (String path : List.of("/log", "/log/export", "/log/exports/" + ID)) {
            send(team, path, "reason", "Curious.", "form", "CSV").andExpect(status().isNotFound());
        }
        verifyNoInteractions(door, exports);
    }
}
