package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
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
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.model.id.UserId;

class ConflictsScreenTest {
    private static final UUID LINE = UUID.fromString("2b0c7a7e-9a44-4a0f-8f5a-0a6f0f6f2f01");
    private static final UserId STAFF = UserId.of("7d0c1a6e-2f4b-4a83-9d5e-61b0c9a4f312");
    private static final String LIFT = "/conflicts/" + LINE + "/lift";

    private final ConflictDesk desk = Screens.part(ConflictDesk.class);

    @BeforeEach
    void lists() {
        Screens.forget(desk);
        found(false, false);
    }

    private void found(boolean saidToLift, boolean saidByReader) {
        ConflictStore.Line line = new ConflictStore.Line(LINE, STAFF, true, Instant.parse("2026-11-02T08:40:00Z"));
        when(desk.lines(any())).thenReturn(List.of(new ConflictDesk.Listed(line, saidToLift, saidByReader)));
    }

    @Test
    void saysWhoAndSinceWhenAndOffersToEndIt() throws Exception {
        assertThat(page("council-decision", "/conflicts"))
                .contains(STAFF.toString(), "Declared by themselves", "Mon 2 Nov 2026, 08:40", LIFT);
        found(true, false);
        assertThat(page("council-decision", "/conflicts")).contains("If you say so too", LIFT);
        found(true, true);
        assertThat(page("council-decision", "/conflicts"))
                .contains("A second decision maker must say so too")
                .doesNotContain(LIFT);
    }

    @Test
    void takesTheWordOfOneAndOfASecond() throws Exception {
        when(desk.lift(any(), eq(LINE), eq("Moved away."))).thenReturn(Optional.of(false), Optional.of(true));
        send("council-decision", LIFT, "reason", "Moved away. ")
                .andExpect(redirectedUrl("/conflicts"))
                .andExpect(flash().attribute("done", "done.ConflictLiftSaid"));
        send("council-decision", LIFT, "reason", "Moved away.")
                .andExpect(flash().attribute("done", "done.ConflictLifted"));
        send("council-decision", LIFT, "reason", " ").andExpect(flash().attributeExists("refusal"));
        when(desk.lift(any(), any(), any())).thenReturn(Optional.empty());
        send("council-decision", LIFT, "reason", "r").andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-screening", "ig-council", "police-desk", "business-support"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        look(team, "/conflicts").andExpect(status().isNotFound());
        send(team, LIFT, "reason", "r").andExpect(status().isNotFound());
        verify(desk, never()).lines(any());
        verify(desk, never()).lift(any(), any(), any());
    }
}
