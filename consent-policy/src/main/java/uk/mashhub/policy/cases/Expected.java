package uk.mashhub.policy.cases;

import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.Ruling;

/** What a case expects. */
final class Expected {
    private Expected() {}

    /**
     * Of one item.
     *
     * @param reviewers exactly who must look; nobody where the case names nobody
     * @param hides exactly the kinds of the item's own fields that are taken out; the case says so wherever it says REDACT
     * @param obligations what goes with it at least
     */
    record OfItem(
            int line,
            Outcome outcome,
            String reason,
            Set<Reviewer> reviewers,
            Optional<Set<FieldKind>> hides,
            Set<Obligation> obligations) {}

    /** Of any other question. */
    record Reply(int line, Ruling ruling, String reason) {}
}
