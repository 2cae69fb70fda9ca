package uk.mashhub.policy.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.policy.engine.Finding;
import uk.mashhub.policy.json.Json;

/**
 * The lines of a view. The same event told by two sources becomes one line, after each has been decided on its own; on
 * the perpetrator's side nothing is joined, because a second source may be the one that locates.
 */
final class Lines {
    private static final Set<DataClass> UNDER_PERSON =
            EnumSet.of(DataClass.IDENTITY, DataClass.LOCATION, DataClass.INVOLVEMENT, DataClass.PLAN_LEGAL_STATUS);
    private final Reading reading;
    private final Line line;

    Lines(Reading reading, Roster roster) {
        this.reading = reading;
        this.line = new Line(reading, roster);
    }

    /** Lines that stand under a person: standing facts about the first listed person whom they are about. */
    List<Json> under(PersonId person) {
        return reading.given()
                .filter(f -> home(f).filter(person::equals).isPresent())
                .map(f -> line.of(List.of(f)))
                .toList();
    }

    /** All other lines, oldest first. */
    List<Json> chronology() {
        return groups().stream().map(line::of).toList();
    }

    private Optional<PersonId> home(Finding finding) {
        return UNDER_PERSON.contains(finding.item().labels().dataClass())
                ? line.about(finding).stream().findFirst()
                : Optional.empty();
    }

    private List<List<Finding>> groups() {
        Map<String, List<Finding>> events = new LinkedHashMap<>();
        List<List<Finding>> groups = new ArrayList<>();
        reading.given().filter(f -> home(f).isEmpty()).forEach(f -> {
            List<Finding> group = events.computeIfAbsent(event(f), k -> new ArrayList<>());
            boolean sameSourceAgain = group.stream()
                    .anyMatch(g -> g.item()
                            .provenance()
                            .source()
                            .equals(f.item().provenance().source()));
            if (sameSourceAgain) {
                groups.add(List.of(f));
            } else {
                if (group.isEmpty()) {
                    groups.add(group);
                }
                group.add(f);
            }
        });
        return groups;
    }

    private String event(Finding finding) {
        String alone = "item " + finding.item().id();
        if (reading.scene().perpetratorSide()) {
            return alone;
        }
        DataClass kind = finding.item().labels().dataClass();
        return finding.item().provenance().eventKey().map(k -> kind + " " + k).orElse(alone);
    }
}
