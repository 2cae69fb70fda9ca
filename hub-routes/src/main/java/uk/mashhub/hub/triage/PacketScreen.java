package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.ViewId;

/** {@code /packet/{id}}: one packet, and the forms with which its reader acts on it. */
@Controller
class PacketScreen {
    private final ViewDoor door;
    private final Clock clock;
    private final RandomSource random;

    PacketScreen(ViewDoor door, Clock clock, RandomSource random) {
        this.door = door;
        this.clock = clock;
        this.random = random;
    }

    @GetMapping("/packet/{id}")
    String packet(Reader reader, @PathVariable UUID id, Model model) {
        LoggedView view = door.open(reader.who(), new ViewId(id)).orElseThrow(NotHere::new);
        PacketPage page = PacketPage.of(view.content());
        Instant now = clock.instant();
        ZoneId zone = reader.area().calendar().zone();
        model.addAttribute("id", view.id().toString());
        model.addAttribute("version", view.version());
        model.addAttribute("p", page);
        model.addAttribute("names", page.names());
        model.addAttribute("received", Moment.of(page.receivedAt(), now, zone));
        model.addAttribute("due", Moment.of(page.dueAt(), now, zone));
        model.addAttribute("offered", new OfferedForms(reader));
        model.addAttribute("fresh", new FreshIds(random));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Typed.NOTHING);
        }
        return "packet";
    }
}
