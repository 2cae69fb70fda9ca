package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;
import static uk.mashhub.hub.screens.Hands.send;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.model.id.AgencyId;

class StopScreenTest {
    private static final AgencyId POLICE = new AgencyId("exampleshire-police");

    private final StopDesk desk = Screens.part(StopDesk.class);

    @BeforeEach
    void thePoliceShare() {
        Screens.forget(desk);
        Agency police =
                Screens.part(Partnership.class).areas().get(0).agency(POLICE).orElseThrow();
        when(desk.standings(any())).thenReturn(List.of(new StopDesk.Standing(police, Optional.empty(), true, false)));
    }

    @Test
    void stopsByOneButton() throws Exception {
        when(desk.stop(any(), eq(POLICE))).thenReturn(true);
        assertThat(page("ig-police", "/sharing"))
                .contains("Stop sharing by Exampleshire Police")
                .doesNotContain("share again</button>");
        send("ig-police", "/sharing/exampleshire-police/stop")
                .andExpect(flash().attribute("done", "done.SharingStopped"));
        verify(desk).stop(any(), eq(POLICE));
    }

    @Test
    void saysWhenItWasNotForThem() throws Exception {
        send("ig-police", "/sharing/exampleshire-police/lift").andExpect(flash().attributeExists("refusal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-decision", "police-desk", "business-support"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        look(team, "/sharing").andExpect(status().isNotFound());
        send(team, "/sharing/exampleshire-police/stop").andExpect(status().isNotFound());
        verifyNoInteractions(desk);
    }
}
