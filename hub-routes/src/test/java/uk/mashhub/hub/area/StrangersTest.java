package uk.mashhub.hub.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.SharingPolicy;

/** What an agency has agreed holds for its items by its name: a misspelt one must not go unseen. */
class StrangersTest {
    @Test
    void knowsEveryAgencyOfTheShippedAgreements() throws Exception {
        Partnership shipped = Partnership.load(Path.of("../config/areas"));
        SharingPolicy policy = SharingPolicy.load(Path.of("../config/agreements"));
        assertThat(policy.agencies()).hasSize(5);
        assertThat(shipped.strangers(policy.agencies())).isEmpty();
    }

    @Test
    void namesAnAgencyThatNoAreaHas() throws Exception {
        Partnership shipped = Partnership.load(Path.of("../config/areas"));
        AgencyId misspelt = new AgencyId("exampleshire-polise");
        assertThat(shipped.strangers(List.of(new AgencyId("exampleshire-police"), misspelt)))
                .containsExactly(misspelt);
    }
}
