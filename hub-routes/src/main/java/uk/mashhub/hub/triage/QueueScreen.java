package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.ViewDoor;

/** {@code /}: what waits for the reader's team. */
@Controller
class QueueScreen {
    private final ViewDoor door;
    private final Clock clock;

    QueueScreen(ViewDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @GetMapping("/")
    String queue(Reader reader, Model model) {
        model.addAttribute("teamName", reader.team().name());
        model.addAttribute("readsPackets", reader.team().perspective() != Team.Perspective.NONE);
        model.addAttribute("rows", rows(reader));
        return "queue";
    }

    private List<QueueRow> rows(Reader reader) {
        Instant now = clock.instant();
        return door.queue(reader.who()).stream()
                .map(queued -> QueueRow.of(queued, now, reader.area()))
                .sorted(Comparator.comparing(QueueRow::order))
                .toList();
    }
}
