package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The comparison sees what differs, says by how much, and nothing where there is nothing. */
class SilenceSamplesTest {
    /** Around a time in ms, as latencies lie: few far above. */
    private static double[] latencies(long seed, double ms) {
        return new Random(seed).doubles(60).map(x -> ms - Math.log(1 - x)).toArray();
    }

    @Test
    void findsTheGreatestDistanceOfTwoDistributions() {
        // By hand: after 2 all of the first and half of the other are below; ties count as one step.
        var compared = SilenceSamples.compare(new double[] {1, 2, 2, 1}, new double[] {2, 3, 1, 4});
        assertThat(compared.distance()).isEqualTo(0.5);
        assertThat(compared.medianOne()).isEqualTo(1.5);
        assertThat(compared.medianOther()).isEqualTo(2.5);
        // Of 16 pairs the other is the greater in 10 and equal in 4.
        assertThat(compared.guess()).isEqualTo(12.0 / 16, within(1e-9));
    }

    @Test
    void saysNothingOfTwoSamplesOfOneKind() {
        var compared = SilenceSamples.compare(latencies(1, 8), latencies(2, 8));
        assertThat(compared.p()).isGreaterThan(0.05);
        assertThat(compared.guess()).isLessThan(0.62);
    }

    @Test
    void seesASmallShift() {
        var compared = SilenceSamples.compare(latencies(1, 8), latencies(2, 9));
        assertThat(compared.p()).isLessThan(0.01);
        assertThat(compared.guess()).isGreaterThan(0.75);
    }

    @Test
    void saysNothingOfWhatNeverVaries() {
        var compared = SilenceSamples.compare(new double[] {3, 3, 3}, new double[] {3, 3});
        assertThat(compared.p()).isEqualTo(1);
        assertThat(compared.distance()).isZero();
        assertThat(compared.guess()).isEqualTo(0.5);
    }
}
