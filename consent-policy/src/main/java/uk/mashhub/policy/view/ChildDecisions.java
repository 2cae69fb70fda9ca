package uk.mashhub.policy.view;

import java.util.Comparator;
import java.util.List;
import uk.mashhub.model.enquiry.ChildDecision;
import uk.mashhub.policy.fact.ViewPart;
import uk.mashhub.policy.json.Json;

/** What was decided for each listed child; the decision maker's own words only to those whom a rule lets read them. */
final class ChildDecisions {
    private final Reading reading;
    private final Roster roster;

    ChildDecisions(Reading reading, Roster roster) {
        this.reading = reading;
        this.roster = roster;
    }

    List<Json> all() {
        if (!reading.shows(ViewPart.DECISION_OUTCOMES)) {
            return List.of();
        }
        return reading.scene().packet().decisions().stream()
                .filter(d -> roster.listed(d.child()))
                .sorted(Comparator.comparing((ChildDecision d) -> d.child().value())
                        .thenComparing(ChildDecision::at))
                .map(this::json)
                .toList();
    }

    /** Only what this reader is given can have overtaken a decision for this reader (ruling 11). */
    private boolean newToReader(ChildDecision decision) {
        return reading.given()
                .anyMatch(f -> !f.item().provenance().extractedAt().isBefore(decision.at()));
    }

    private Json json(ChildDecision decision) {
        boolean why = reading.shows(ViewPart.DECISION_RATIONALE);
        return Json.object()
                .put("child", reading.names().person(decision.child()))
                .put(
                        "outcomes",
                        Json.words(decision.outcomes().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList()))
                .put("rationale", why ? decision.rationale() : "")
                .put("dissent", why ? decision.dissent() : "")
                .put("overtaken", Json.truth(decision.overtaken() && newToReader(decision)))
                .line();
    }
}
