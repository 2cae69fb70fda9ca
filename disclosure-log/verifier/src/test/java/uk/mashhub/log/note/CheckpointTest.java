package uk.mashhub.log.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    /** The example of C2SP tlog-checkpoint. */
    private static final String PUBLISHED =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    @Test
    void isReadAndWrittenAsPublished() {
        Checkpoint read = Checkpoint.read(PUBLISHED).orElseThrow();
        assertThat(read.text()).isEqualTo(PUBLISHED);
        assertThat(read.size()).isEqualTo(20_852_163);
        assertThat(Checkpoint.read(PUBLISHED + "extension\n")).contains(read);
    }

    @Test
    void contradictsAnotherRootOfTheSameSizeOnly() {
        Checkpoint one = new Checkpoint("log", 7, new byte[32]);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(one.contradicts(new Checkpoint("log", 7, other))).isTrue();
        assertThat(one.contradicts(new Checkpoint("log", 8, other))).isFalse();
        assertThat(one.contradicts(new Checkpoint("another", 7, other))).isFalse();
        assertThat(one.contradicts(one)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "log\n7\n",
                "\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "log\n07\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "log\n-7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "log\n9999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
                "log\n7\nAAAA\n",
                "log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nextension",
                "log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\nextension\n"
            })
    void isNothingElse(String text) {
        assertThat(Checkpoint.read(text)).isEmpty();
    }
}
