package uk.mashhub.simulators;

import java.util.List;
import uk.mashhub.simulators.council.CouncilSimulator;
import uk.mashhub.simulators.health.HealthSimulator;
import uk.mashhub.simulators.police.PoliceSimulator;
import uk.mashhub.simulators.time.TimeAuthoritySimulator;

/** The one list of simulated agencies. */
final class Simulators {
    private Simulators() {}

    /** Fresh simulators, not started. */
    static List<AgencySimulator> all() {
        return List.of(
                new CouncilSimulator(), new PoliceSimulator(), new HealthSimulator(), new TimeAuthoritySimulator());
    }
}
