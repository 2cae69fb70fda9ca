package uk.mashhub.policy.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.engine.Finding;
import uk.mashhub.policy.json.Json;

/** One line of a view, from one item or from several sources that tell of the same event. */
final class Line {
    private static final Set<Role> WORKS_ON_ITEMS = EnumSet.of(
            Role.DECISION_MAKER,
            Role.SCREENING_SOCIAL_WORKER,
            Role.AGENCY_RESEARCHER,
            Role.AGENCY_LEAD,
            Role.CASE_WORKER);
    private final Reading reading;
    private final Roster roster;
    private final Owners owners;
    private final LineContent content;
    private final LineNotes notes;

    Line(Reading reading, Roster roster) {
        this.reading = reading;
        this.roster = roster;
        this.owners = new Owners(reading);
        this.content = new LineContent(reading, owners);
        this.notes = new LineNotes(reading);
    }

    Json of(List<Finding> told) {
        Finding first = told.stream().filter(this::own).findFirst().orElse(told.get(0));
        return Json.object()
                .put("handle", reading.names().line(first.item().id()))
                .put("when", Times.day(told.get(0).item().when()))
                .put("title", Words.of(first.item().labels().dataClass()))
                .put("about", reading.names().people(union(told, this::about)))
                .put("fields", Json.rows(union(told, content::fields)))
                .put("sources", Json.rows(told.stream().map(this::source).toList()))
                .put("outcome", outcome(told).name())
                .put("redacted", Json.words(new TreeSet<>(union(told, content::redacted))))
                .put("why", why(first))
                .put("law", law(first))
                .put("notes", Json.words(union(told, notes::of)))
                .put("attachments", Json.rows(union(told, content::attachments)))
                .put("own", Json.truth(own(first)))
                .put("awaiting", Json.words(awaiting(first.item())))
                .line();
    }

    /** The listed people whom an item is about. */
    List<PersonId> about(Finding finding) {
        return roster.about(finding).stream().filter(roster::listed).toList();
    }

    /** Whether the reader may act on the item: it is the reader's agency's, and the reader is one who works on it. */
    private boolean own(Finding finding) {
        return WORKS_ON_ITEMS.contains(reading.scene().audience().role())
                && reading.scene()
                        .audience()
                        .agency()
                        .equals(finding.item().provenance().owner());
    }

    private List<String> awaiting(Item item) {
        if (reading.scene().audience().role() != Role.AGENCY_LEAD) {
            return List.of();
        }
        return reading.worksheet().awaiting(item.id()).stream()
                .map(t -> t.value())
                .sorted()
                .distinct()
                .toList();
    }

    private Json source(Finding finding) {
        Item item = finding.item();
        return Json.object()
                .put("owner", owners.name(item.provenance().owner()))
                .put("system", owners.system(item.provenance()))
                .put("nature", item.labels().nature().name())
                .put("grade", notes.grade(finding))
                .done();
    }

    private Outcome outcome(List<Finding> told) {
        return told.stream().map(content::outcome).reduce(Outcome.SHOW, Outcome::and);
    }

    /**
     * The perpetrator's side is told the matrix's reason only, and so is everybody of people who are sheltered only because
     * of a link that nobody has settled: a safety rule's own would say that there is one.
     */
    private boolean matrixSpeaks(Finding finding) {
        return reading.scene().perpetratorSide() || reading.scene().safety().hidesWithoutTrace(finding.item());
    }

    private String why(Finding finding) {
        return matrixSpeaks(finding) ? finding.cell().map(Rule::reason).orElse("") : finding.reason();
    }

    private String law(Finding finding) {
        return matrixSpeaks(finding) ? finding.cell().map(Rule::citations).orElse("") : finding.law();
    }

    private static <T> List<T> union(List<Finding> told, Function<Finding, List<T>> part) {
        Set<T> all = new LinkedHashSet<>();
        told.forEach(f -> all.addAll(part.apply(f)));
        return new ArrayList<>(all);
    }
}
