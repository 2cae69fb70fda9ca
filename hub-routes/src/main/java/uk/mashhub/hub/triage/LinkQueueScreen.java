package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.mashhub.hub.disclose.LinkQueue;
import uk.mashhub.hub.storage.LinkPlace;

/**
 * {@code /links}: doubtful links that wait for the reader's team over all its enquiries, a page at a time; each is settled
 * on the page of its packet. {@code after} is a place that the page before gave.
 */
@Controller
public class LinkQueueScreen {
    private final LinkQueue queue;
    private final Clock clock;

    LinkQueueScreen(LinkQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** Whether the list is there for a reader. */
    public static boolean open(Reader reader) {
        return reader.team().settlesLinks();
    }

    @GetMapping("/links")
    String links(Reader reader, @RequestParam(defaultValue = "") String after, Model model) {
        if (!open(reader)) {
            throw new NotHere();
        }
        Instant now = clock.instant();
        Optional<LinkPlace> place = LinkPlace.of(after);
        LinkQueue.Page page = queue.page(reader.who(), place);
        model.addAttribute("teamName", reader.team().name());
        model.addAttribute("first", place.isEmpty());
        model.addAttribute(
                "rows",
                page.lines().stream()
                        .map(line -> LinkRow.of(line, now, reader.area()))
                        .toList());
        page.next().ifPresent(next -> model.addAttribute("next", next.toString()));
        return "link-queue";
    }
}
