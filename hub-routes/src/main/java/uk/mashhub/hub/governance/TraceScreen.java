package uk.mashhub.hub.governance;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.mashhub.hub.audit.JointTrace;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;

/** {@code /log/trace}: the owner's and the host's leads open together what may be given of one record (ruling 13). */
@Controller
class TraceScreen {
    private static final int LONGEST = 200;

    private final JointTrace trace;

    TraceScreen(JointTrace trace) {
        this.trace = trace;
    }

    @GetMapping("/log/trace")
    String page(Reader reader) {
        allowed(reader);
        return "trace";
    }

    @PostMapping("/log/trace")
    String open(
            Reader reader,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String record,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        allowed(reader);
        if (!given(reference, LONGEST) || !given(record, LONGEST) || !given(reason, LookupScreen.LONGEST_REASON)) {
            model.addAttribute("refusal", "Give the reference, the record's number and why.");
            return "trace";
        }
        Optional<List<JointTrace.Line>> lines =
                trace.open(reader.who(), reader.area(), reference.strip(), record.strip(), reason.strip());
        model.addAttribute("lines", lines.orElse(List.of()));
        model.addAttribute("waits", lines.isEmpty());
        return "trace";
    }

    private static boolean given(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    private static void allowed(Reader reader) {
        if (!LookupScreen.open(reader)) {
            throw new NotHere();
        }
    }
}
