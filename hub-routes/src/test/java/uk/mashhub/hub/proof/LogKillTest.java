package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.log.LogCheck;
import uk.mashhub.log.note.Checkpoint;

/**
 * A whole process is killed at each step from a promise to its proof that has a name. {@code LogStepsTest} goes through every
 * statement with cut connections, {@code LogTreeCrashTest} through random instructions; here the process dies exactly there.
 */
class LogKillTest {
    /** With the next the first tile is full, and a hash stands in the one above. */
    private static final int BEFORE = 255;

    private final TreeRoom room = new TreeRoom();

    @TempDir
    private Path dir;

    @ParameterizedTest
    @EnumSource
    void losesNothingThatWasPromised(DyingHub.Step step) throws Exception {
        room.append(BEFORE);
        room.sequencing().run();
        LogGuard before = guard();
        before.look();
        before.keepOutside();
        room.clock.pass(LogLease.TERM);

        assertThat(DyingHub.live(room.database, room.secret, room.clock.instant(), dir.resolve("log"), step))
                .as("it died there, and nowhere else; see " + dir.resolve("dying-hub.log"))
                .isEqualTo(DyingHub.KILLED);

        long promised = step == DyingHub.Step.BEFORE_THE_PROMISE_IS_COMMITTED ? 0 : 1;
        boolean grown = step.compareTo(DyingHub.Step.TREE_COMMITTED) >= 0;
        boolean kept = step.compareTo(DyingHub.Step.HEAD_FILE_WRITTEN) >= 0;
        assertThat(room.head().size()).as("the tree").isEqualTo(BEFORE + (grown ? 1 : 0));
        assertThat(Checkpoint.signed(new HeadFile(dir.resolve("log")).read().orElseThrow(), room.key)
                        .map(Checkpoint::size))
                .as("the head outside")
                .contains(BEFORE + (kept ? 1L : 0L));
        LogGuard next = guard();
        assertThat(next.look()).as("the next hub finds nothing wrong").isEmpty();
        room.clock.pass(LogLease.TERM);
        room.append();
        room.sequencing().run();
        next.keepOutside();
        assertThat(next.refusal()).isEmpty();
        assertThat(room.head().size())
                .as("what was promised is in the tree, once, and nothing else")
                .isEqualTo(BEFORE + promised + 1);
        room.holdTree();
        assertThat(new LogCheck(room.tree, room.key).run(List.of(), List.of())).isEmpty();
    }

    private LogGuard guard() {
        return new LogGuard(
                room.signer, room.key, room.tree, room.entries, new HeadFile(dir.resolve("log")), List::of, room.clock);
    }
}
