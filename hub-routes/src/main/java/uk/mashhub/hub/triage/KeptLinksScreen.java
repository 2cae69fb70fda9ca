package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.enquiry.EnquiryFact.UnitWord.Word;
import uk.mashhub.hub.storage.KeptLinkPlace;
import uk.mashhub.model.id.LinkId;

/** {@code /kept-links}: possible links with people whom a statute keeps apart, for their named unit and nobody else. */
@Controller
public class KeptLinksScreen {
    private static final String LIST = "redirect:/kept-links";

    private final KeptLinks links;
    private final Clock clock;

    KeptLinksScreen(KeptLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Whether the list is there for a reader. */
    public static boolean open(Reader reader) {
        return reader.team().isNamedUnit();
    }

    /** A link, as the page shows it. */
    public record Row(String link, String reference, Moment since, Word said) {}

    /** @param after a place that the page before gave */
    @GetMapping("/kept-links")
    String list(Reader reader, @RequestParam(defaultValue = "") String after, Model model) {
        allowed(reader);
        Instant now = clock.instant();
        Optional<KeptLinkPlace> place = KeptLinkPlace.of(after);
        KeptLinks.Page page = links.page(reader, place);
        model.addAttribute("first", place.isEmpty());
        model.addAttribute(
                "rows", page.lines().stream().map(l -> row(l, now, reader)).toList());
        page.next().ifPresent(next -> model.addAttribute("next", next.toString()));
        return "kept-links";
    }

    /** By POST: each look has a reason, and is logged. */
    @PostMapping("/kept-links/{id}/open")
    String open(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        allowed(reader);
        try {
            KeptLinks.Opened opened =
                    links.open(reader, new LinkId(id), reason.strip()).orElseThrow(NotHere::new);
            model.addAttribute("row", row(opened.line(), clock.instant(), reader));
            model.addAttribute("l", opened);
            return "kept-link";
        } catch (NotAllowed e) {
            next.addFlashAttribute("refusal", e.reason());
            return LIST;
        }
    }

    @PostMapping("/kept-links/{id}/say")
    String say(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam Word word,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        allowed(reader);
        try {
            boolean counts =
                    links.say(reader, new LinkId(id), word, why.strip()).orElseThrow(NotHere::new);
            next.addFlashAttribute("done", counts ? "done.UnitWord" : "done.UnitWordFirst");
        } catch (NotAllowed e) {
            next.addFlashAttribute("refusal", e.reason());
        }
        return LIST;
    }

    private static Row row(KeptLinks.Line line, Instant now, Reader reader) {
        return new Row(
                line.link().toString(),
                line.reference(),
                Moment.of(line.since(), now, reader.area().calendar().zone()),
                line.said());
    }

    private static void allowed(Reader reader) {
        if (!open(reader)) {
            throw new NotHere();
        }
    }
}
