package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
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
import uk.mashhub.hub.enquiry.EnquiryFact.UnitWord.Word;
import uk.mashhub.hub.match.TwoRecords;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.KeptLinkPlace;
import uk.mashhub.model.id.LinkId;

class KeptLinksScreenTest {
    private static final LinkId LINK = new LinkId(UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a302"));
    private static final KeptLinks.Line LINE =
            new KeptLinks.Line(LINK, "MH-7K2Q-94", Instant.parse("2026-11-02T08:45:00Z"), Word.OPEN);

    private final KeptLinks links = Screens.part(KeptLinks.class);

    @BeforeEach
    void fills() {
        Screens.forget(links);
        when(links.page(any(), any())).thenReturn(new KeptLinks.Page(List.of(LINE), Optional.empty()));
        when(links.open(any(), eq(LINK), eq("To settle it.")))
                .thenReturn(Optional.of(new KeptLinks.Opened(
                        LINE,
                        Optional.of(Word.APART),
                        List.of("council-screening"),
                        Optional.of(new TwoRecords.Compared(
                                List.of(new TwoRecords.Row("Name", List.of("Maya <b>"), List.of("Maya"))),
                                List.of("surname agrees: +9.1"),
                                "<svg></svg>",
                                "model-1")))));
    }

    @Test
    void showsTheUnitWhatWaitsAndComparesItForAReason() throws Exception {
        assertThat(page("council-protected", "/kept-links"))
                .contains("MH-7K2Q-94", "Nothing: it waits", "/kept-links/" + LINK + "/open", "href=\"/kept-links\"");
        String compared = send("council-protected", "/kept-links/" + LINK + "/open", "reason", "To settle it.")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(compared)
                .contains("Maya &lt;b&gt;", "surname agrees", "One of you has said", "council-screening", "differs")
                .doesNotContain("Maya <b>");
        when(links.open(any(), any(), eq(""))).thenThrow(new NotAllowed("Say why."));
        send("council-protected", "/kept-links/" + LINK + "/open").andExpect(flash().attribute("refusal", "Say why."));
        send(
                        "council-protected",
                        "/kept-links/" + UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a303") + "/open",
                        "reason",
                        "x")
                .andExpect(status().isNotFound());
    }

    @Test
    void goesOnWhereThePageBeforeEndedAndSaysTheSameAsJson() throws Exception {
        KeptLinkPlace place = new KeptLinkPlace(false, LINE.since(), LINK);
        when(links.page(any(), eq(Optional.empty()))).thenReturn(new KeptLinks.Page(List.of(LINE), Optional.of(place)));
        when(links.page(any(), eq(Optional.of(place)))).thenReturn(new KeptLinks.Page(List.of(), Optional.empty()));
        assertThat(page("council-protected", "/kept-links")).contains("after=" + place);
        assertThat(page("council-protected", "/kept-links?after=" + place))
                .contains("There is nothing more")
                .doesNotContain("MH-7K2Q-94", "after=");
        assertThat(look("council-protected", "/api/desk/kept-links")
                        .andExpect(status().isOk())
                        .andExpect(header().string("Link", containsString("/api/desk/kept-links?after=" + place)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"reference\":\"MH-7K2Q-94\"", "\"said\":\"OPEN\"", LINK.toString());
        look("council-screening", "/api/desk/kept-links").andExpect(status().isNotFound());
    }

    @Test
    void writesTheWordDownAndSaysWhetherItCounts() throws Exception {
        when(links.say(any(), eq(LINK), eq(Word.APART), eq("Her cousin."))).thenReturn(Optional.of(false));
        when(links.say(any(), eq(LINK), eq(Word.SAME), eq("Her file."))).thenReturn(Optional.of(true));
        when(links.say(any(), eq(LINK), eq(Word.OPEN), any())).thenThrow(new NotAllowed("Say why."));
        String address = "/kept-links/" + LINK + "/say";
        send("council-protected", address, "word", "APART", "why", "Her cousin.")
                .andExpect(flash().attribute("done", "done.UnitWordFirst"));
        send("council-protected", address, "word", "SAME", "why", "Her file.")
                .andExpect(flash().attribute("done", "done.UnitWord"));
        send("council-protected", address, "word", "OPEN").andExpect(flash().attribute("refusal", "Say why."));
    }

    @Test
    void leadsNobodyElseThere() throws Exception {
        assertThat(page("council-screening", "/contact/new"))
                .contains("href=\"/links\"")
                .doesNotContain("kept-links");
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-screening", "council-decision", "police-desk", "ig-council", "business-support"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        look(team, "/kept-links").andExpect(status().isNotFound());
        send(team, "/kept-links/" + LINK + "/open", "reason", "To see.").andExpect(status().isNotFound());
        send(team, "/kept-links/" + LINK + "/say", "word", "SAME", "why", "One.")
                .andExpect(status().isNotFound());
        verifyNoInteractions(links);
    }
}
