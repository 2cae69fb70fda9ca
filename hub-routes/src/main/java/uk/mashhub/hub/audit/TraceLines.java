package uk.mashhub.hub.audit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.JointTrace.Anew;
import uk.mashhub.hub.audit.JointTrace.Line;
import uk.mashhub.hub.audit.JointTrace.OfTeam;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.CompiledPolicy;
import uk.mashhub.policy.engine.Weighed;

/**
 * The lines of a trace. No line carries a day: on which day a view changed may be the day on which somebody else's flag came.
 * What two decisions differ in because of people is one line.
 */
final class TraceLines {
    /** What was decided when says nothing here. */
    private static final Comparator<Line> ORDER = Comparator.comparing(Line::team)
            .thenComparing(Line::kind)
            .thenComparing(Line::atMost)
            .thenComparing(l -> l.rules().toString())
            .thenComparing(l -> l.basis().toString());

    private final Area area;
    private final List<Item> items;
    private final CompiledPolicy policy;
    private final LocalDate today;

    /** @param items of the record; at least one */
    TraceLines(Area area, List<Item> items, RuleBook rules, LocalDate today) {
        this.area = area;
        this.items = items;
        this.policy = new CompiledPolicy(rules);
        this.today = today;
    }

    /**
     * For every team that has or had a view, withdrawn ones and earlier versions too.
     *
     * @param made the traces of all versions
     * @return none unless everything that was decided, and everything that is decided now, is for the lead
     */
    List<Line> of(Anew now, List<TraceStore.Made> made) {
        // What did not change a reader's bytes left no trace: whether a named unit alone may know is decided anew.
        boolean forTheLead = !now.all().isEmpty()
                && now.all().stream().allMatch(this::decidedAll)
                && Stream.concat(
                                now.all().stream().flatMap(v -> v.decisions().stream()),
                                made.stream().flatMap(m -> decisions(m).stream()))
                        .filter(this::ofTheRecord)
                        .allMatch(d -> Evidence.forTheLead(d.facts()));
        if (!forTheLead) {
            return List.of();
        }
        // Of broken glass its owners are told by itself; it was decided by another policy.
        Stream<OfTeam> before = made.stream()
                .filter(m -> !m.purpose().equals(Purpose.EMERGENCY.name()))
                .flatMap(m -> area.team(m.team()).map(t -> new OfTeam(t, decisions(m))).stream());
        return Stream.concat(now.held().stream(), before)
                // What a named unit reads, no lead learns (ruling 13).
                .filter(v -> !Evidence.UNITS.contains(v.team().role()))
                .flatMap(v -> v.decisions().stream().flatMap(d -> line(v.team(), d).stream()))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private boolean decidedAll(OfTeam view) {
        return items.stream()
                .allMatch(i -> view.decisions().stream().anyMatch(d -> d.item().equals(i.id())));
    }

    private boolean ofTheRecord(ItemDecision decision) {
        return item(decision.item()).isPresent();
    }

    private Optional<Item> item(ItemId id) {
        return items.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    private static List<ItemDecision> decisions(TraceStore.Made made) {
        return List.of(ModelJson.read(made.trace(), ItemDecision[].class));
    }

    private Optional<Line> line(Team team, ItemDecision decision) {
        return item(decision.item()).map(item -> {
            Weighed weighed = policy.item(ToldFacts.atMost(decision.facts()), today);
            return new Line(
                    team.name(),
                    item.labels().dataClass().name(),
                    weighed.outcome().name(),
                    weighed.ruleIds(),
                    weighed.reason(),
                    weighed.laws(),
                    policy.basis(ToldFacts.known(decision.facts()), today),
                    Line.BESIDES);
        });
    }
}
