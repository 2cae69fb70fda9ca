package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.decision.PolicyHash;

class PolicyDeskTest {
    private final SmallHub hub = SmallHub.started();
    private final Publications publications = mock(Publications.class);

    private PolicyDesk desk(Partnership partnership) {
        return new PolicyDesk(
                partnership,
                new PolicyStore(hub.database.app),
                mock(PublishedPolicy.class),
                publications,
                Path.of("../config/agreements"),
                hub.audit,
                hub.database.inApp(),
                hub.clock);
    }

    /** What was proposed before its agency left the partnership is no policy of this partnership any more. */
    @Test
    void proposesNothingAgainThatHasAnAgreementOfAnAgencyThatNoAreaHas() throws Exception {
        SignedIn who = hub.somebody("ig-council");
        Reader lead = new Reader(who, hub.area, hub.area.team(who.team()).orElseThrow());
        PolicyHash hash =
                PolicyFiles.read(Path.of("../config/agreements")).load().hash();

        List<String> refused = desk(new Partnership(List.of())).proposeAgain(lead, hash, Optional.empty());

        assertThat(refused).anyMatch(line -> line.startsWith("No area has the agency exampleshire-police"));
        verify(publications, never()).propose(any(), any(), any());

        assertThat(desk(new Partnership(List.of(hub.area))).proposeAgain(lead, hash, Optional.empty()))
                .isEmpty();
        verify(publications).propose(any(), any(), any());
    }
}
