package uk.mashhub.hub.governance;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.id.AgencyId;

/** {@code /sharing}: information governance leads stop an agency's sharing at once, and let it go on in twos. */
@Controller
class StopScreen {
    private final StopDesk desk;

    StopScreen(StopDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/sharing")
    String sharing(Reader reader, Model model) {
        allowed(reader);
        List<StopDesk.Standing> rows = desk.standings(reader);
        model.addAttribute("rows", rows);
        model.addAttribute("restored", rows.stream().anyMatch(StopDesk.Standing::restored));
        return "sharing";
    }

    @PostMapping("/sharing/{agency}/stop")
    String stop(Reader reader, @PathVariable String agency, RedirectAttributes next) {
        allowed(reader);
        return said(desk.stop(reader, agency(agency)), "done.SharingStopped", next);
    }

    @PostMapping("/sharing/{agency}/lift")
    String lift(Reader reader, @PathVariable String agency, RedirectAttributes next) {
        allowed(reader);
        return said(desk.lift(reader, agency(agency)), "done.SharingLifted", next);
    }

    private static String said(boolean done, String words, RedirectAttributes next) {
        if (done) {
            next.addFlashAttribute("done", words);
        } else {
            next.addFlashAttribute("refusal", "This is not for you to say, or somebody else has said it.");
        }
        return "redirect:/sharing";
    }

    private static AgencyId agency(String text) {
        try {
            return new AgencyId(text);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
    }

    private static void allowed(Reader reader) {
        if (!StopDesk.open(reader)) {
            throw new NotHere();
        }
    }
}
