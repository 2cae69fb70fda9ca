package uk.mashhub.match.tool;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.mashhub.match.link.Linked;
import uk.mashhub.match.link.Linker;
import uk.mashhub.match.link.Markers;
import uk.mashhub.match.weight.Frequencies;
import uk.mashhub.match.weight.Model;
import uk.mashhub.match.weight.Name;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.match.weight.Weigher;

/** Measures the matching against records of which it is known who is who. Pairs that were never compared count as missed. */
public final class Evaluation {
    private static final Set<String> OF_PAIRS = Set.of("left", "right", "score");

    private final Model start;
    private final long seed;
    private final Clock clock;

    public Evaluation(Model start, long seed, Clock clock) {
        this.start = start;
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Measures.
     *
     * @throws BadInput if a file cannot be read without guessing
     */
    public Report of(Inputs inputs) {
        FieldMap map = FieldMap.read(inputs.map());
        CsvRecords file = CsvRecords.read(inputs.records());
        String name = String.valueOf(inputs.records().getFileName());
        long began = clock.millis();
        if (!map.names("id")) {
            map.check(file, name, OF_PAIRS);
            return pairs(file, map, inputs.truth(), began);
        }
        Records records = read(inputs, map, file, name);
        boolean across = inputs.other().isPresent();
        Truth truth = Truth.of(inputs.truth(), map, records);
        Linker linker = new Linker(start, seed, Markers.NONE);
        Linked linked = across ? linker.across(records.profiles()) : linker.within(records.profiles());
        return report(records, linked, truth, truth.truePairs(records.profiles(), across), map, began);
    }

    /** The records of an input, of both files where there are two. */
    static Records read(Inputs inputs, FieldMap map, CsvRecords file, String name) {
        map.checkAllBut(file, name, OF_PAIRS);
        Records records = Records.of(file, map, "A");
        inputs.other().ifPresent(path -> {
            CsvRecords second = CsvRecords.read(path);
            map.checkAllBut(second, String.valueOf(path.getFileName()), OF_PAIRS);
            records.add(Records.of(second, map, "B"));
        });
        return records;
    }

    private Report report(Records records, Linked linked, Truth truth, long truePairs, FieldMap map, long began) {
        List<Curve.Scored> alone = new ArrayList<>();
        int[] candidates = new int[1];
        linked.eachCandidate((a, b) -> {
            candidates[0]++;
            truth.same(a, b).ifPresent(s -> alone.add(new Curve.Scored(linked.bits(a, b), s)));
        });
        List<Curve.Scored> together = new ArrayList<>();
        linked.eachLink((a, b, bits) -> truth.same(a, b).ifPresent(s -> together.add(new Curve.Scored(bits, s))));
        Model model = linked.weigher().model();
        Map<String, Object> facts = new LinkedHashMap<>();
        long found = alone.stream().filter(Curve.Scored::same).count();
        facts.put("blockingRecall", truePairs == 0 ? 1.0 : found / (double) truePairs);
        facts.put(
                "reviewBand",
                together.stream()
                        .filter(s -> s.bits() >= model.review() && s.bits() < model.certain())
                        .count());
        facts.put("seconds", (clock.millis() - began) / 1000.0);
        facts.put("peakMemoryMb", peakMemoryMb());
        facts.put("records", records.profiles().size());
        facts.put("truePairs", truePairs);
        facts.put("candidatePairs", candidates[0]);
        facts.put("oversizedKeys", linked.oversizedKeys());
        return new Report(
                Curve.of(together, truePairs),
                Curve.of(alone, truePairs),
                alone,
                model.review(),
                model.certain(),
                facts,
                Fairness.of(records, linked, truth, map),
                records.problems());
    }

    /** A file whose rows are pairs of names. Nothing is learnt from it: the model is used as it is. */
    private Report pairs(CsvRecords file, FieldMap map, String truth, long began) {
        Weigher weigher = new Weigher(start, Frequencies.NONE);
        List<Curve.Scored> scored = new ArrayList<>();
        for (CsvRecords.Row row : file.rows()) {
            if (!row.values().containsKey(truth)) {
                throw new BadInput("line 1: the column of the truth is missing");
            }
            scored.add(new Curve.Scored(
                    weigher.weigh(named("left", map.value(row, "left")), named("right", map.value(row, "right"))),
                    Truth.yes(row.value(truth))));
        }
        long same = scored.stream().filter(Curve.Scored::same).count();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("blockingRecall", 1.0);
        facts.put(
                "reviewBand",
                scored.stream()
                        .filter(s -> s.bits() >= start.review() && s.bits() < start.certain())
                        .count());
        facts.put("seconds", (clock.millis() - began) / 1000.0);
        facts.put("peakMemoryMb", peakMemoryMb());
        facts.put("records", file.rows().size());
        Curve curve = Curve.of(scored, same);
        return new Report(curve, curve, scored, start.review(), start.certain(), facts, List.of(), file.problems());
    }

    private static Profile named(String id, String name) {
        return Profile.of(id, "").name(Name.whole(name)).build();
    }

    private static long peakMemoryMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(p -> p.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(u -> u.getUsed())
                        .sum()
                / 1_000_000;
    }
}
