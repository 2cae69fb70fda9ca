package uk.mashhub.hub.triage;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.ViewId;

/**
 * {@code /packet/{id}/links}: doubtful links that wait for a person. A page of its own: the packet page reads only what was
 * prepared for its audience (ruling 12), and every look at a link is logged (ruling 33).
 */
@Controller
class LinksScreen {
    private final ViewDoor door;
    private final DoubtfulLinks links;
    private final RandomSource random;

    LinksScreen(ViewDoor door, DoubtfulLinks links, RandomSource random) {
        this.door = door;
        this.links = links;
        this.random = random;
    }

    @GetMapping("/packet/{id}/links")
    String links(Reader reader, @PathVariable UUID id, Model model) {
        if (!new OfferedForms(reader).links()) {
            throw new NotHere();
        }
        LoggedView view = door.open(reader.who(), new ViewId(id)).orElseThrow(NotHere::new);
        PacketPage page = PacketPage.of(view.content());
        model.addAttribute("id", view.id().toString());
        model.addAttribute("reference", page.reference());
        model.addAttribute("names", page.names());
        model.addAttribute("links", links.of(reader.who(), reader.area(), reader.team(), view));
        model.addAttribute("fresh", new FreshIds(random));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Typed.NOTHING);
        }
        return "links";
    }
}
