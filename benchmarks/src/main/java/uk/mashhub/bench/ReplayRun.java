package uk.mashhub.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.engine.CompiledPolicy;
import uk.mashhub.policy.fact.FactVector;
import uk.mashhub.policy.recorded.Replay;

/**
 * A rehearsal over recorded decisions, in a process of its own with the memory that {@code ./mash policy rehearse} has:
 * decisions recorded under one policy, made again under the one that is measured.
 */
final class ReplayRun {
    static final int DECISIONS = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReplayRun() {}

    /** What came out, as the report has it. */
    static Map<String, Object> run() throws IOException, InterruptedException {
        Path file = Files.createTempFile("recorded", ".jsonl");
        try {
            recordInto(file);
            String[] v =
                    FreshProcess.output(ReplayRun.class, file.toString()).trim().split(" ", -1);
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("decisions", Integer.parseInt(v[0]));
            report.put("would_differ", Integer.parseInt(v[1]));
            report.put("seconds", Double.parseDouble(v[2]));
            report.put("processor_seconds", Double.parseDouble(v[3]));
            report.put("heap_mb", Math.round(Double.parseDouble(v[4])));
            report.put("file_mb", Files.size(file) / 1_000_000);
            return report;
        } finally {
            Files.delete(file);
        }
    }

    /** The same situations over and over, each decided under the policy of that time. */
    private static void recordInto(Path file) throws IOException {
        Path then = Path.of(System.getProperty("mash.recorded-under", Shipped.AGREEMENTS.toString()));
        CompiledPolicy before = new CompiledPolicy(AgreementFolder.read(then)
                .book()
                .orElseThrow(() -> new IllegalStateException("the policy recorded under does not load")));
        List<FactVector> situations = Situations.known(Shipped.book(), PolicyBenchmarks.SEED, 4096);
        try (BufferedWriter lines = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int n = 0; n < DECISIONS; n++) {
                FactVector facts = situations.get(n % situations.size());
                lines.write(line(n, facts, before.item(facts, Shipped.TODAY).verdict()));
                lines.newLine();
            }
        }
    }

    private static String line(int n, FactVector facts, Verdict verdict) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("disclosure", "d-" + n);
        line.put("at", Shipped.TODAY + "T11:00:00Z");
        line.put("facts", facts.words());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("outcome", verdict.outcome().name());
        said.put("redactions", names(verdict.redactions()));
        said.put("generalised", names(verdict.generalised()));
        said.put("obligations", names(verdict.obligations()));
        said.put("reviewers", names(verdict.reviewers()));
        line.put("verdict", said);
        return JSON.writeValueAsString(line);
    }

    private static List<String> names(Set<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).toList();
    }

    public static void main(String[] file) throws IOException, PolicyRefused {
        SharingPolicy policy = SharingPolicy.load(Shipped.AGREEMENTS);
        long start = System.nanoTime();
        long busy = busy();
        Replay.Report report = Replay.of(policy, Path.of(file[0]));
        double seconds = (System.nanoTime() - start) / 1e9;
        double processor = (busy() - busy) / 1e9;
        if (!report.problems().isEmpty()) {
            throw new IllegalStateException(
                    "not understood: " + report.problems().get(0));
        }
        System.out.println(String.join(
                " ",
                Long.toString(report.decisions()),
                Integer.toString(report.differing().values().stream()
                        .mapToInt(List::size)
                        .sum()),
                Double.toString(Math.round(seconds * 10) / 10.0),
                Double.toString(Math.round(processor * 10) / 10.0),
                Double.toString(FreshProcess.peakBytes() / 1e6)));
    }

    private static long busy() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
