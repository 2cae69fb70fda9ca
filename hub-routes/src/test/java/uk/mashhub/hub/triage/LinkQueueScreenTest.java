package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.hub.disclose.LinkQueue;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.LinkPlace;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.ViewId;

class LinkQueueScreenTest {
    private static final UUID LINK = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a301");
    private static final LinkPlace PLACE = new LinkPlace(
            false, Instant.parse("2026-11-02T12:40:00Z"), Instant.parse("2026-11-02T08:45:00Z"), 0, new LinkId(LINK));

    private final LinkQueue queue = Screens.part(LinkQueue.class);

    @BeforeEach
    void fills() {
        Screens.forget(queue);
        when(queue.page(any(), any()))
                .thenReturn(new LinkQueue.Page(List.of(line(",\"bits\":9.14")), Optional.empty()));
    }

    private static LinkQueue.Line line(String bits) {
        String json = """
                {"view":"%s","reference":"MH-7K2Q-94","name":"Maya Invented","rating":"RED","stage":"ENQUIRING",
                 "dueAt":"2026-11-02T12:40:00Z","link":"%s","person":"%s","since":"2026-11-02T08:45:00Z","state":"SAME",
                 "why":["surname agrees","forename differs"]%s}""".formatted(LoggedViews.ID, LINK, LoggedViews.CHILD, bits);
        return new LinkQueue.Line(
                new ViewId(LoggedViews.ID),
                EnquiryId.of("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a0ff"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhatWaitsWhySinceWhenAndWhereItIsDecided() throws Exception {
        assertThat(page("council-screening", "/links"))
                .contains("Maya Invented", "MH-7K2Q-94", "hub-rag--RED", "surname agrees; forename differs")
                .contains(
                        ">+9.1<",
                        "One of you has said: the same person.",
                        "15 minutes ago",
                        "/packet/" + LoggedViews.ID + "/links")
                .contains("href=\"/links\"")
                .doesNotContain("govuk-pagination");
    }

    @Test
    void saysThatOneWasNotWeighed() throws Exception {
        when(queue.page(any(), any())).thenReturn(new LinkQueue.Page(List.of(line("")), Optional.empty()));
        assertThat(page("council-screening", "/links")).contains("not weighed");
    }

    @Test
    void turnsThePageAndLeadsBackFromBeyondTheEnd() throws Exception {
        when(queue.page(any(), eq(Optional.empty())))
                .thenReturn(new LinkQueue.Page(List.of(line("")), Optional.of(PLACE)));
        when(queue.page(any(), eq(Optional.of(PLACE)))).thenReturn(new LinkQueue.Page(List.of(), Optional.empty()));
        assertThat(page("council-decision", "/links")).contains("href=\"/links?after=" + PLACE + "\"");
        assertThat(page("council-decision", "/links?after=" + PLACE)).contains("There is nothing more");
        assertThat(page("council-decision", "/links?after=no-place")).contains("Maya Invented");
    }

    @Test
    void saysThatNoneWaits() throws Exception {
        when(queue.page(any(), any())).thenReturn(new LinkQueue.Page(List.of(), Optional.empty()));
        assertThat(page("council-decision", "/links")).contains("No doubtful link waits");
    }

    @Test
    void isJsonForTheDesk() throws Exception {
        when(queue.page(any(), any()))
                .thenReturn(new LinkQueue.Page(List.of(line(",\"bits\":9.1")), Optional.of(PLACE)));
        look("council-screening", "/api/desk/links?after=" + PLACE)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].link").value(LINK.toString()))
                .andExpect(jsonPath("$[0].why[1]").value("forename differs"))
                .andExpect(header().string("Link", "</api/desk/links?after=" + PLACE + ">; rel=\"next\""));
        verify(queue).page(any(), eq(Optional.of(PLACE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"police-desk", "health-desk", "housing-officers", "business-support", "ig-council"})
    void isNotThereForOtherRoles(String team) throws Exception {
        look(team, "/links").andExpect(status().isNotFound());
        look(team, "/api/desk/links").andExpect(status().isNotFound());
        assertThat(page(team, "/")).doesNotContain("\"/links\"");
    }
}
