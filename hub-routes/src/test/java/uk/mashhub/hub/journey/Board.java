package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import uk.mashhub.hub.TheHub;

/** {@code board: {as: decision, says: [unreadable, ring], count: 6}}: so many enquiries of this journey say so. */
final class Board {
    private final Room room;

    Board(Room room) {
        this.room = room;
    }

    void board(Step step) {
        int count = step.number("count", 1);
        List<String> lines = TheHub.await(
                count + " lines on the board that say " + step.words("says"),
                () -> saying(step).size() >= count ? saying(step) : null);
        assertThat(lines).hasSize(count);
    }

    private List<String> saying(Step step) {
        try {
            return room.queue(step.word("as")).stream()
                    .map(q -> q.path("line").toString().toLowerCase(Locale.ROOT))
                    .filter(l -> step.words("says").stream().allMatch(l::contains))
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
