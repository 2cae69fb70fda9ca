package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.EmptyLog;
import uk.mashhub.log.LogCheck;
import uk.mashhub.log.LogFinding;
import uk.mashhub.log.TreeStore;

/** The check over a log of many tiles, some at a time, while it grows. */
class LongLogCheckTest {
    private static final int ENTRIES = 33_000;

    private final TreeRoom room = new TreeRoom();
    private final Sequencing sequencing = room.sequencing();

    private void grow(int number) {
        room.database
                .app
                .sql(
                        "insert into log_entry (entry_id, at, act, entry, promise) select gen_random_uuid(), :at, 'OPENING',"
                                + " convert_to('an entry of a long log, ' || n, 'UTF8'), 'promise' from generate_series(1, :n) n")
                .param("at", TreeRoom.NOON.atOffset(ZoneOffset.UTC))
                .param("n", number)
                .update();
        sequencing.run();
    }

    private void flip(int place) {
        EmptyLog.as(
                room.database,
                "update log_entry set entry = set_byte(entry, 9, 255 - get_byte(entry, 9))"
                        + " where seq = (select seq from log_place where place = " + place + ")");
    }

    private Optional<String> found(TreeStore tree) throws IOException {
        return new LogCheck(tree, room.key).run(List.of(), List.of()).map(LogFinding::words);
    }

    @Test
    void findsAChangedEntryWhereverItStandsAndNamesTheFirst() throws IOException {
        grow(ENTRIES);
        assertThat(found(room.tree)).isEmpty();
        for (int place : new int[] {ENTRIES - 1, 16_384, 16_383, 0}) {
            flip(place);
            assertThat(found(room.tree)).contains("the entry of place " + place + " is missing or was changed");
        }
    }

    /** It is looked at each hour, while this instance and others let it grow. */
    @Test
    void comparesATileThatHasGrownSinceAsItWas() throws IOException {
        grow(300);
        byte[] head = room.tree.newestHead().orElseThrow();
        grow(600);
        TreeStore earlier = mock(TreeStore.class, delegatesTo(room.tree));
        doReturn(Optional.of(head)).when(earlier).newestHead();

        assertThat(found(earlier)).isEmpty();
        flip(299);
        assertThat(found(earlier)).contains("the entry of place 299 is missing or was changed");
    }
}
