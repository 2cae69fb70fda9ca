package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.fact.Attribute;

/** What changes between two policies, for a person to read. What would give more stands first. */
public final class RehearsalText {
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Rule> named = new LinkedHashMap<>();
    /** How many lines it takes to say what would give more. */
    private int widening;

    private RehearsalText() {}

    /** The report in lines. */
    public static List<String> of(Rehearsal.Report report) {
        return of(report, Integer.MAX_VALUE);
    }

    /** The same in so many lines; but what would give more is there, however many it takes. */
    public static List<String> of(Rehearsal.Report report, int most) {
        RehearsalText text = new RehearsalText();
        text.all(report);
        List<String> lines = text.lines;
        int shown = Math.max(most, text.widening);
        if (lines.size() <= shown) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, shown));
        some.add("");
        some.add("And " + (lines.size() - shown) + " lines more: ./mash policy rehearse OLD NEW lists all of it.");
        return some;
    }

    private void all(Rehearsal.Report report) {
        report.problems().forEach(p -> lines.add(p.toString()));
        if (report.nothing()) {
            lines.add("Nothing changes.");
            return;
        }
        part(
                "More would be given",
                report,
                c -> c.where().isPresent() && c.delta().widens());
        unknown(
                "Where a fact cannot be worked out the same may come up, and more would be given besides (each with an"
                        + " example, not every place)",
                report,
                c -> c.delta().widens());
        namedRules();
        widening = lines.size();
        part(
                "Less would be given, or with other conditions",
                report,
                c -> c.where().isPresent() && !c.delta().widens());
        unknown(
                "Where a fact cannot be worked out the same may come up, and besides (each with an example, not every place)",
                report,
                c -> !c.delta().widens());
        if (report.more()) {
            lines.add("");
            lines.add("There is more than is listed here: ./mash policy rehearse OLD NEW lists all of it.");
        }
        if (report.changes().isEmpty() && report.problems().isEmpty()) {
            lines.add("No decision changes.");
        }
        list("What counts as recent would be another span of time", report.windows());
        list("Rules that read otherwise", report.words());
        namedRules();
    }

    private void namedRules() {
        list(
                "Rules named above",
                named.values().stream().map(r -> r.id() + "  " + r.title()).toList());
        named.clear();
    }

    private void part(String title, Rehearsal.Report report, Predicate<Change> which) {
        Map<String, List<Change>> byChange = new LinkedHashMap<>();
        report.changes().stream()
                .filter(which)
                .forEach(c -> byChange.computeIfAbsent(words(c.question(), c.delta()), k -> new ArrayList<>())
                        .add(c));
        if (byChange.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title + ":");
        byChange.forEach((words, changes) -> {
            lines.add("  " + words);
            changes.forEach(c -> region(c.question(), c.where().orElseThrow()));
        });
    }

    private void region(Question question, Region region) {
        lines.add("    where " + conditions(question, region));
        if (!region.unless().isEmpty()) {
            region.unless().forEach(r -> named.putIfAbsent(r.id(), r));
            lines.add("      unless a rule speaks that takes more: "
                    + region.unless().stream().map(Rule::id).distinct().collect(Collectors.joining(", ")));
        }
    }

    private static String conditions(Question question, Region region) {
        List<String> said = new ArrayList<>();
        region.owner()
                .ifPresent(o -> said.add((question == Question.MAY_SEE ? "it is held by " : "the agency asked is ")
                        + o.agency().map(AgencyId::value).orElse("one without an agreement of its own")));
        region.masks().forEach((Attribute a, Long mask) -> said.add(LayWords.condition(a, mask)));
        region.from().ifPresent(d -> said.add("from " + d));
        region.before().ifPresent(d -> said.add("before " + d));
        return said.isEmpty() ? "always" : String.join("; ", said);
    }

    private void unknown(String title, Rehearsal.Report report, Predicate<Change> which) {
        List<Change> changes = report.changes().stream()
                .filter(c -> c.where().isEmpty())
                .filter(which)
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title + ":");
        changes.forEach(c -> {
            lines.add("  " + words(c.question(), c.delta()));
            lines.add("    for example where " + c.example());
        });
    }

    private void list(String title, List<String> said) {
        if (!said.isEmpty()) {
            lines.add("");
            lines.add(title + ":");
            said.forEach(s -> lines.add("  " + s));
        }
    }

    /** One difference in a line. */
    public static String words(Question question, Delta delta) {
        if (delta instanceof Delta.OfAnswer a) {
            return question.words() + " would be answered " + a.now() + ", was " + a.was();
        }
        Delta.OfItem d = (Delta.OfItem) delta;
        List<String> said = new ArrayList<>();
        said.add(d.was() == d.now() ? "would still be " + d.now() : "would be " + d.now() + ", was " + d.was());
        more("without ", d.lost(), said);
        more("now with ", d.gained(), said);
        more("with no more than the district of ", d.coarsened(), said);
        more("with all of the ", d.refined(), said);
        more("now waits for review by ", d.asked(), said);
        more("no longer waits for review by ", d.spared(), said);
        more("now goes with ", d.obliged(), said);
        more("no longer goes with ", d.freed(), said);
        return String.join("; ", said);
    }

    private static void more(String words, Collection<? extends Enum<?>> which, List<String> said) {
        if (!which.isEmpty()) {
            said.add(words + which.stream().map(e -> LayWords.value(e.name())).collect(Collectors.joining(", ")));
        }
    }
}
