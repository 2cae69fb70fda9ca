package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.ActCounts;
import uk.mashhub.log.Act;

class OverridesScreenTest {
    private static final String STAFF = "7d0c1a6e-2f4b-4a83-9d5e-61b0c9a4f312";

    private final ActCounts counts = Screens.part(ActCounts.class);
    private final Audit audit = Screens.part(Audit.class);

    @BeforeEach
    void counts() {
        Screens.forget(counts, audit);
        when(counts.of(any())).thenReturn(List.of(new ActCounts.Count(STAFF, 3, 1, 2)));
    }

    @Test
    void countsOverridesPerPersonAndLogsTheLook() throws Exception {
        assertThat(page("ig-council", "/overrides")).contains(STAFF, ">3<", ">1<", ">2<");
        verify(audit).noted(eq(Act.OPENING), byTheUser(), eq("COUNTS"), any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-decision", "council-screening", "ig-police", "police-desk", "business-support"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        look(team, "/overrides").andExpect(status().isNotFound());
        verify(counts, never()).of(any());
    }

    private static SignedIn byTheUser() {
        return argThat(who -> who != null && who.user().toString().equals(Screens.USER));
    }
}
