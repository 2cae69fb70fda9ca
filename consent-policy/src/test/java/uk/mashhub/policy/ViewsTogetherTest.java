package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.policy.fact.ActsFor;

/** Views that are made together are, bit by bit, those that are made one after the other. */
class ViewsTogetherTest {
    private static final int SEEDS = 60;

    @Test
    void areTheSameViews() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomPackets random = new RandomPackets(seed);
            Packet packet = random.packet().done();
            List<Readership> readers = new ArrayList<>();
            for (var audience : List.of(
                    Audiences.policeDesk(),
                    Audiences.healthDesk(),
                    Audiences.educationDesk(),
                    random.audience(),
                    random.audience())) {
                readers.add(new Readership(audience, random.perspective(), ActsFor.nobody()));
            }
            List<DecidedView> together =
                    Policies.ENGINE.views(packet, readers, Artefact.INSIDE_RECORD, Policies.HANDLES);
            assertThat(together).hasSameSizeAs(readers);
            for (int i = 0; i < readers.size(); i++) {
                DecidedView alone =
                        Policies.ENGINE.view(packet, readers.get(i), Artefact.INSIDE_RECORD, Policies.HANDLES, readers);
                assertThat(together.get(i).view().bytes())
                        .as("seed %d, %s", seed, readers.get(i).audience().team())
                        .isEqualTo(alone.view().bytes());
                assertThat(together.get(i).decisions()).isEqualTo(alone.decisions());
                assertThat(together.get(i).validUntil()).isEqualTo(alone.validUntil());
            }
        }
    }
}
