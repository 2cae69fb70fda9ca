package uk.mashhub.hub.governance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;

/**
 * {@code /quarantine}: messages that could not be processed. A body opens only by POST with a reason, so that no link, no
 * reload and no prefetch opens one.
 */
@Controller
class QuarantineScreen {
    private static final int LONGEST_REASON = 4000;

    private final QuarantineDesk desk;
    private final Clock clock;

    QuarantineScreen(QuarantineDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/quarantine")
    String waiting(Reader reader, Model model) {
        allowed(reader);
        List<QuarantineLine> rows =
                desk.waiting(reader).stream().map(kept -> row(reader, kept)).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("agencyName", reader.agency().name());
        return "quarantine";
    }

    @PostMapping("/quarantine/{id}/open")
    String open(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        allowed(reader);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            next.addFlashAttribute("refusal", "Say why you open this message.");
            return "redirect:/quarantine";
        }
        return show(reader, model, desk.open(reader, id, reason.strip()));
    }

    @PostMapping("/quarantine/{id}/replay")
    String replay(
            Reader reader, @PathVariable UUID id, @RequestParam String body, Model model, RedirectAttributes next) {
        allowed(reader);
        QuarantineDesk.Replay replay = desk.replay(reader, id, body);
        if (!replay.found()) {
            throw new NotHere();
        }
        if (replay.fault().isPresent()) {
            model.addAttribute("fault", replay.fault().get());
        } else if (replay.closed()) {
            model.addAttribute("refusal", "The hub cannot take the message now. It still waits here.");
        } else {
            next.addFlashAttribute("done", "done.Replay");
            return "redirect:/quarantine";
        }
        QuarantineStore.Kept kept = desk.find(reader, id).orElseThrow(NotHere::new);
        model.addAttribute("row", row(reader, kept));
        model.addAttribute("text", body);
        model.addAttribute("mendable", true);
        return "quarantined";
    }

    private String show(Reader reader, Model model, Optional<QuarantinedMessage> opened) {
        QuarantinedMessage message = opened.orElseThrow(NotHere::new);
        QuarantineStore.Kept kept = desk.find(reader, message.id()).orElseThrow(NotHere::new);
        model.addAttribute("row", row(reader, kept));
        model.addAttribute("text", message.text());
        model.addAttribute("mendable", message.mendable());
        return "quarantined";
    }

    private QuarantineLine row(Reader reader, QuarantineStore.Kept kept) {
        return QuarantineLine.of(kept, clock.instant(), reader.area());
    }

    private static void allowed(Reader reader) {
        if (!QuarantineAccess.open(reader)) {
            throw new NotHere();
        }
    }
}
