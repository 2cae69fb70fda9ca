package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.model.vocabulary.Role;

/**
 * {@code /}: what waits for the reader's team. {@code /closed}: what is closed, for decision makers, who alone hold views
 * of it. Both a page at a time; {@code after} and {@code before} are places that the page before gave.
 */
@Controller
public class QueueScreen {
    private final ViewDoor door;
    private final Clock clock;

    QueueScreen(ViewDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    /** Whether the list of what is closed is there for a reader. */
    public static boolean readsClosed(Reader reader) {
        return reader.role() == Role.DECISION_MAKER;
    }

    @GetMapping("/")
    String queue(
            Reader reader,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        return list(reader, ViewList.QUEUE, Turn.of(after, before), model);
    }

    @GetMapping("/closed")
    String closed(
            Reader reader,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        if (!readsClosed(reader)) {
            throw new NotHere();
        }
        return list(reader, ViewList.CLOSED, Turn.of(after, before), model);
    }

    private String list(Reader reader, ViewList list, Turn turn, Model model) {
        Instant now = clock.instant();
        ViewDoor.Page page = door.list(reader.who(), list, turn);
        model.addAttribute("teamName", reader.team().name());
        model.addAttribute("readsPackets", reader.team().perspective() != Team.Perspective.NONE);
        model.addAttribute("closed", list == ViewList.CLOSED);
        model.addAttribute("path", list == ViewList.CLOSED ? "/closed" : "/");
        model.addAttribute("first", turn.from().isEmpty());
        model.addAttribute(
                "rows",
                page.lines().stream()
                        .map(queued -> QueueRow.of(queued, now, reader.area()))
                        .toList());
        page.previous().flatMap(Turn::from).ifPresent(place -> model.addAttribute("previous", place.toString()));
        page.next().flatMap(Turn::from).ifPresent(place -> model.addAttribute("next", place.toString()));
        return "queue";
    }
}
