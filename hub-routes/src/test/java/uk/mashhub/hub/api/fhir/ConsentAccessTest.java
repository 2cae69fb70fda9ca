package uk.mashhub.hub.api.fhir;

import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.triage.Acting;
import uk.mashhub.hub.triage.ConsentRecords;

/** The FHIR door for consents is the desk's: its sign-in, its CSRF token, its bearer tokens. */
class ConsentAccessTest {
    private static final String CONSENTS = "/api/desk/views/" + LoggedViews.ID + "/fhir/Consent";

    private final ViewDoor door = Screens.part(ViewDoor.class);
    private final Acting acting = Screens.part(Acting.class);
    private final ConsentRecords records = Screens.part(ConsentRecords.class);

    @BeforeEach
    void opens() {
        Screens.forget(door, acting, records);
        LoggedView view = LoggedViews.full();
        when(door.open(any(), any())).thenReturn(Optional.of(view));
        when(records.of(any(), any(), any())).thenReturn(List.of());
    }

    private static RequestPostProcessor bearer() {
        return jwt().jwt(token -> token.subject(Screens.USER)
                .claim("mash_team", "council-decision")
                .claim("mash_area", "E10999999"));
    }

    @Test
    void servesWhoeverIsSignedIn() throws Exception {
        for (RequestPostProcessor who : List.of(bearer(), Screens.as("council-decision"))) {
            Screens.mvc()
                    .perform(get(CONSENTS).with(who).accept("application/fhir+json"))
                    .andExpect(status().isOk())
                    .andExpect(content().contentTypeCompatibleWith("application/fhir+json"))
                    .andExpect(jsonPath("$.resourceType").value("Bundle"));
        }
    }

    @Test
    void isClosedToEverybodyElseInFhirsOwnWords() throws Exception {
        Screens.mvc()
                .perform(get(CONSENTS))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.resourceType").value("OperationOutcome"));
        Screens.mvc()
                .perform(post(CONSENTS).contentType("application/fhir+json").content("{}"))
                .andExpect(status().is4xxClientError());
        verifyNoInteractions(door, acting, records);
    }

    @Test
    void takesASessionsConsentOnlyWithItsToken() throws Exception {
        Screens.mvc()
                .perform(post(CONSENTS)
                        .with(Screens.as("council-decision"))
                        .contentType("application/fhir+json")
                        .content("{}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.resourceType").value("OperationOutcome"));
        verifyNoInteractions(acting);
        Screens.mvc()
                .perform(post(CONSENTS)
                        .with(Screens.as("council-decision"))
                        .with(csrf())
                        .contentType("application/fhir+json; charset=UTF-8")
                        .content("{\"resourceType\":\"Consent\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("OperationOutcome")));
        Screens.mvc()
                .perform(post(CONSENTS)
                        .with(bearer())
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isUnsupportedMediaType());
    }
}
