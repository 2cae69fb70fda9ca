package uk.mashhub.hub.governance;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.ActCounts;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;

/**
 * {@code /overrides}: how often each decision maker went on without agreement or raised a purpose (ruling 5), for the local
 * authority's information governance lead. The look is logged.
 */
@Controller
public class OverridesScreen {
    private final ActCounts counts;
    private final Audit audit;
    private final TransactionTemplate transactions;

    OverridesScreen(ActCounts counts, Audit audit, TransactionTemplate transactions) {
        this.counts = counts;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether the page is there for a reader. */
    public static boolean open(Reader reader) {
        return reader.role() == Role.IG_LEAD && reader.agency().sector() == Sector.LOCAL_AUTHORITY;
    }

    @GetMapping("/overrides")
    String overrides(Reader reader, Model model) {
        if (!open(reader)) {
            throw new NotHere();
        }
        List<String> teams = reader.area().teams().stream()
                .filter(t -> t.agency().equals(reader.team().agency()))
                .map(t -> t.id().value())
                .toList();
        List<ActCounts.Count> rows = transactions.execute(status -> {
            List<ActCounts.Count> counted = counts.of(teams);
            audit.noted(Act.OPENING, reader.who(), "COUNTS", List.of(Audit.claim("content", counted)));
            return counted;
        });
        model.addAttribute("rows", rows == null ? List.of() : rows);
        return "overrides";
    }
}
