package uk.mashhub.hub.governance;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.mashhub.hub.audit.LogTotals;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;

/** {@code /log/totals}: suppressed totals of months that are over, for every information governance lead (ruling 13). */
@Controller
class TotalsScreen {
    private final LogTotals totals;

    TotalsScreen(LogTotals totals) {
        this.totals = totals;
    }

    @GetMapping("/log/totals")
    String page(Reader reader, Model model) {
        if (!LookupScreen.open(reader)) {
            throw new NotHere();
        }
        model.addAttribute("months", totals.read(reader.who(), reader.area()));
        return "totals";
    }
}
