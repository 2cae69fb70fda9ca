package uk.mashhub.hub.governance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
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
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.BreakGlassUse;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;

/** {@code /break-glass}: a decision maker's way in, and where owners and reviewers see each use. */
@Controller
class BreakGlassScreen {
    private final BreakGlassDesk desk;
    private final Clock clock;

    BreakGlassScreen(BreakGlassDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** A use as a row; without a reason where it is not the reader's to read. */
    public record Row(String id, String at, String team, String user, String reason, String state, boolean waits) {}

    @GetMapping("/break-glass")
    String page(Reader reader, Model model) {
        allowed(BreakGlassDesk.open(reader));
        Instant now = clock.instant();
        ZoneId zone = reader.area().calendar().zone();
        model.addAttribute("breaks", BreakGlassDesk.breaks(reader));
        model.addAttribute("reviews", BreakGlassDesk.reviews(reader));
        model.addAttribute("fresh", desk.fresh(reader));
        model.addAttribute(
                "views",
                BreakGlassDesk.breaks(reader)
                        ? desk.open(reader, now).stream().map(Object::toString).toList()
                        : List.of());
        model.addAttribute(
                "uses", desk.toReview(reader).stream().map(u -> row(u, zone)).toList());
        model.addAttribute(
                "ours",
                desk.gaveOfOurs(reader).stream().map(u -> row(u, "", zone)).toList());
        return "break-glass";
    }

    @PostMapping("/break-glass")
    String breakGlass(
            Reader reader,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        allowed(BreakGlassDesk.breaks(reader));
        Optional<String> refusal = desk.breakGlass(reader, reference.strip(), reason.strip());
        if (refusal.isPresent()) {
            next.addFlashAttribute("refusal", refusal.get());
        } else {
            next.addFlashAttribute("done", "done.BreakGlass");
        }
        return "redirect:/break-glass";
    }

    @PostMapping("/break-glass/{id}/review")
    String review(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String finding,
            RedirectAttributes next) {
        allowed(BreakGlassDesk.reviews(reader));
        if (desk.review(reader, id, finding.strip())) {
            next.addFlashAttribute("done", "done.BreakGlassReviewed");
        } else {
            next.addFlashAttribute("refusal", "Say what you found. Nobody reviews a use of their own, or one twice.");
        }
        return "redirect:/break-glass";
    }

    private static Row row(BreakGlassStore.Reasoned reasoned, ZoneId zone) {
        return row(reasoned.use(), reasoned.reason(), zone);
    }

    private static Row row(BreakGlassUse use, String reason, ZoneId zone) {
        boolean waits = use.reviewedAt().isEmpty();
        return new Row(
                use.id().toString(),
                PolicyScreen.MINUTE.format(use.at().atZone(zone)),
                use.team().value(),
                use.user().toString(),
                reason,
                waits ? "Review by " + PolicyScreen.MINUTE.format(use.reviewBy().atZone(zone)) : "Reviewed",
                waits);
    }

    private static void allowed(boolean open) {
        if (!open) {
            throw new NotHere();
        }
    }
}
