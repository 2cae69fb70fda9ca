package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.Timestamps;

class LogStandingTest {
    private final TreeRoom room = new TreeRoom();
    private final CosignedHeads heads = new CosignedHeads(room.database.app);
    private final Timestamps stamps = new Timestamps(room.database.app);
    private final LogStanding standing = new LogStanding(room.entries, heads, stamps, room.clock);

    private LogStanding.State now() {
        standing.look();
        return standing.state();
    }

    @Test
    void saysHowFarTheProofIsBehindAndWhichPromisesAreOverdue() {
        assertThat(now().waiting()).isZero();
        room.append(2);
        room.clock.pass(LogStanding.MERGE_DELAY);
        assertThat(now().waiting()).isEqualTo(2);
        assertThat(now().lag()).isEqualTo(LogStanding.MERGE_DELAY);
        assertThat(now().overdue()).as("at the last moment").isZero();
        room.clock.pass(Duration.ofMillis(1));
        room.append(1);
        assertThat(now().overdue()).isEqualTo(2);

        room.sequencing().run();

        assertThat(now().waiting()).isZero();
        assertThat(now().overdue()).isZero();
        assertThat(now().lag()).isZero();
    }

    @Test
    void countsWhatHasAPlaceAndNoHead() {
        room.append(3);
        room.entries.inOrder().close();
        room.clock.pass(Duration.ofSeconds(9));
        assertThat(now().overdue()).isEqualTo(3);
    }

    @Test
    void saysHowOldTheLastWitnessesAndTimeAre() {
        assertThat(now().secondsSince(now().witnessedAt())).isNaN();
        room.append(1);
        room.sequencing().run();
        heads.keep(1, new byte[] {1}, TreeRoom.NOON);
        stamps.keep(new Timestamps.Stamped(1, new byte[] {1}, TreeRoom.NOON.plusSeconds(10)));
        room.clock.pass(Duration.ofSeconds(70));
        LogStanding.State state = now();
        assertThat(state.secondsSince(state.witnessedAt())).isEqualTo(70);
        assertThat(state.secondsSince(state.stampedAt())).isEqualTo(60);
        assertThat(state.secondsSince(Optional.empty())).isNaN();
    }
}
