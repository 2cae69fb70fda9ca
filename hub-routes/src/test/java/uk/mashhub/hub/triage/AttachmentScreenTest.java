package uk.mashhub.hub.triage;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;

class AttachmentScreenTest {
    private static final String FILES = "/packet/" + LoggedViews.ID + "/attachment/";

    private final ViewDoor door = Screens.part(ViewDoor.class);

    @BeforeEach
    void opens() {
        Screens.forget(door);
        LoggedView view = LoggedViews.full();
        when(door.open(any(), any())).thenReturn(Optional.of(view));
    }

    @Test
    void downloadsAFileOutOfALoggedOpening() throws Exception {
        look("council-decision", FILES + LoggedViews.OWN_LINE + "/1")
                .andExpect(status().isOk())
                .andExpect(content().bytes("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"MH-7K2Q-94-1.jpg\""));
        verify(door, times(1)).open(any(), any());
    }

    @Test
    void findsNothingThatTheViewDoesNotHold() throws Exception {
        for (String path : new String[] {"/2", "/0", "/-1", "/one"}) {
            look("council-decision", FILES + LoggedViews.OWN_LINE + path).andExpect(status().isNotFound());
        }
        look("council-decision", FILES + LoggedViews.LINE + "/1").andExpect(status().isNotFound());
        look("council-decision", FILES + "0000/1").andExpect(status().isNotFound());
    }

    @Test
    void isNotThereForWhomTheDoorOpensNothing() throws Exception {
        when(door.open(any(), any())).thenReturn(Optional.empty());
        look("housing-officers", FILES + LoggedViews.OWN_LINE + "/1").andExpect(status().isNotFound());
    }
}
