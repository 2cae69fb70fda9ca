package uk.mashhub.hub.governance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.triage.Moment;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;

/** {@code /conflicts}: who is on the conflict list, and the form by which two people take somebody off it. */
@Controller
class ConflictsScreen {
    private static final int LONGEST_REASON = 4000;

    private final ConflictDesk desk;
    private final Clock clock;

    ConflictsScreen(ConflictDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** A line as the page shows it. */
    record Row(String id, String staff, boolean byThemselves, Moment since, boolean saidToLift, boolean saidByReader) {}

    @GetMapping("/conflicts")
    String conflicts(Reader reader, Model model) {
        allowed(reader);
        Instant now = clock.instant();
        List<Row> rows = desk.lines(reader).stream()
                .map(l -> new Row(
                        l.line().id().toString(),
                        l.line().user().toString(),
                        l.line().byThemselves(),
                        Moment.of(
                                l.line().since(), now, reader.area().calendar().zone()),
                        l.saidToLift(),
                        l.saidByReader()))
                .toList();
        model.addAttribute("rows", rows);
        return "conflicts";
    }

    @PostMapping("/conflicts/{id}/lift")
    String lift(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        allowed(reader);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            next.addFlashAttribute("refusal", "Say why there is no conflict of interest any more.");
        } else {
            boolean gone = desk.lift(reader, id, reason.strip()).orElseThrow(NotHere::new);
            next.addFlashAttribute("done", gone ? "done.ConflictLifted" : "done.ConflictLiftSaid");
        }
        return "redirect:/conflicts";
    }

    private static void allowed(Reader reader) {
        if (!ConflictDesk.open(reader)) {
            throw new NotHere();
        }
    }
}
