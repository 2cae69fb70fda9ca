package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.screens.Screens;

/** While no policy is in force nothing is served, and people and systems are told so. */
class NoPolicyPagesTest {
    private static final UUID VIEW = UUID.fromString("3d8e2f5a-9b4c-4e78-81d6-7f8a9b0c1d2e");

    private final ViewDoor door = Screens.part(ViewDoor.class);

    @BeforeEach
    void nothingIsInForce() {
        Screens.forget(door);
        when(door.list(any(), any(), any())).thenThrow(new PublishedPolicy.NotInForce());
        when(door.open(any(), any())).thenThrow(new PublishedPolicy.NotInForce());
    }

    @AfterEach
    void asBefore() {
        Screens.forget(door);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/packet/"})
    void saysSoOnPages(String path) throws Exception {
        String page = look("council-decision", path.equals("/") ? path : path + VIEW)
                .andExpect(status().isServiceUnavailable())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("No policy in force", "paper process", "/break-glass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/desk/queue", "/api/desk/views/"})
    void saysSoToSystems(String path) throws Exception {
        String problem = look("council-decision", path.endsWith("queue") ? path : path + VIEW)
                .andExpect(status().isServiceUnavailable())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(problem).contains("No policy is in force.");
    }
}
