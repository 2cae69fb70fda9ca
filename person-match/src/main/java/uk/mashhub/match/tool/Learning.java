package uk.mashhub.match.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.match.link.Guard;
import uk.mashhub.match.link.Linked;
import uk.mashhub.match.link.Linker;
import uk.mashhub.match.link.Markers;
import uk.mashhub.match.weight.Comparison;
import uk.mashhub.match.weight.Model;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.match.weight.Waterfall;
import uk.mashhub.match.weight.Weigher;

/** Learns a model from files of records, and explains pairs of them with what was learnt. No truth is needed. */
public final class Learning {
    private final Linked linked;
    private final List<Problem> problems;

    private Learning(Linked linked, List<Problem> problems) {
        this.linked = linked;
        this.problems = List.copyOf(problems);
    }

    /**
     * Learns; the truth of the inputs is not read.
     *
     * @throws BadInput if a file cannot be read without guessing
     */
    public static Learning of(Inputs inputs, Model start, long seed) {
        FieldMap map = FieldMap.read(inputs.map());
        if (!map.names("id")) {
            throw new BadInput(inputs.map().getFileName() + ": the map must name the column id");
        }
        Records records = Evaluation.read(
                inputs,
                map,
                CsvRecords.read(inputs.records()),
                String.valueOf(inputs.records().getFileName()));
        Linker linker = new Linker(start, seed, Markers.NONE);
        Linked linked =
                inputs.other().isPresent() ? linker.across(records.profiles()) : linker.within(records.profiles());
        return new Learning(linked, records.problems());
    }

    /** What was learnt: the weights, and how common each value is. */
    public Weigher weigher() {
        return linked.weigher();
    }

    /** Rows and values that were left out or doubted. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Explains a pair.
     *
     * @throws BadInput if there is no record of one of the ids
     */
    public Explained explain(String left, String right) {
        Profile a = record(left);
        Profile b = record(right);
        return new Explained(a, b, linked.weigher().explain(a, b), Guard.of(a, b, Comparison.of(a, b)));
    }

    private Profile record(String id) {
        return linked.records().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("no record has one of the ids asked for"));
    }

    /**
     * Why a pair weighs what it does, and which guard stands above the weight. Words and JSON show what the records hold, which
     * whoever gave the file has; the picture does not.
     */
    public record Explained(Profile left, Profile right, Waterfall why, Optional<Guard> guard) {

        /** One line for each step, the guard last. */
        public List<String> words() {
            List<String> lines = new ArrayList<>(why.words(s -> s.words(said(s))));
            guard.ifPresent(g -> lines.add("a rule stands above the weight: " + g.words()));
            return lines;
        }

        private String said(Waterfall.Step step) {
            return Said.of(left, right, step.field());
        }

        /** The same as JSON. */
        public String json() {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("total", why.total());
            out.put("prior", why.priorBits());
            out.put("review", why.review());
            out.put("certain", why.certain());
            out.put("guard", guard.map(Enum::name).orElse(""));
            out.put(
                    "steps",
                    why.steps().stream()
                            .map(s -> Map.of(
                                    "field",
                                    s.field(),
                                    "said",
                                    said(s),
                                    "grade",
                                    s.grade(),
                                    "bits",
                                    s.bits(),
                                    "rarity",
                                    s.rarity()))
                            .map(java.util.TreeMap::new)
                            .toList());
            out.put("words", words());
            return Json.text(out);
        }

        /** The same as a picture (SVG). */
        public String picture() {
            return Pictures.waterfall(why);
        }

        @Override
        public String toString() {
            return "Explained[not shown]";
        }
    }
}
