package uk.mashhub.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** {@code ./mash bench policy}: decisions, their peers, compiling and proving, as one JSON object. */
final class PolicyBench {
    private final Map<String, Object> report = new LinkedHashMap<>();

    Map<String, Object> run() throws RunnerException, IOException, InterruptedException {
        machine();
        FreshProcess.Measured once = FreshProcess.run();
        report.put("rules", once.rules());
        report.put("agencies_agreements", Shipped.book().agencies().size());
        report.put("decision", decision("decision"));
        report.put("doubtful_decision", decision("doubtfulDecision"));
        report.put("decision_in_words", decision("decisionInWords"));
        report.put("opening", decision("opening"));
        peers();
        report.put("read_ms", tenths(once.readMs()));
        report.put("compile_ms", tenths(once.compileMs()));
        report.put("compile_processor_ms", tenths(once.compileProcessorMs()));
        report.put("policy_check", check(once));
        report.put("rehearsal", ReplayRun.run());
        return report;
    }

    private void machine() {
        report.put("java", System.getProperty("java.vm.version"));
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put(
                "load_average_before",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static Map<String, Object> decision(String name) throws RunnerException {
        Statistics times = run(name, Mode.SampleTime).getPrimaryResult().getStatistics();
        RunResult rate = run(name, Mode.Throughput);
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("p50_ns", Math.round(times.getPercentile(50)));
        decision.put("p99_ns", Math.round(times.getPercentile(99)));
        decision.put("per_second", perSecond(rate));
        decision.put("bytes_allocated", bytes(rate));
        return decision;
    }

    private static long bytes(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(e -> e.getKey().equals("gc.alloc.rate.norm"))
                .mapToLong(e -> Math.round(e.getValue().getScore()))
                .findFirst()
                .orElseThrow();
    }

    /** All in this run, on the same situations and the same question. */
    private void peers() throws RunnerException {
        Map<String, Object> peers = new LinkedHashMap<>();
        long own = perSecond(run("given", Mode.Throughput));
        peers.put("question", "does the reader get anything of the item's content");
        peers.put("sentences", Sentence.of(Shipped.book(), Shipped.TODAY).size());
        peers.put("compiled_per_second", own);
        Optional<String> missing = CedarPeer.missing();
        if (missing.isPresent()) {
            peers.put("cedar", "not measured: " + missing.get());
        } else {
            peer(peers, "cedar", "givenByCedar", own);
        }
        peer(peers, "jcasbin", "givenByCasbin", own);
        report.put("peers", peers);
    }

    private static void peer(Map<String, Object> peers, String name, String benchmark, long own)
            throws RunnerException {
        long theirs = perSecond(run(benchmark, Mode.Throughput));
        peers.put(name + "_per_second", theirs);
        peers.put("times_" + name, theirs == 0 ? "more than " + own : Math.round((double) own / theirs));
    }

    private static Map<String, Object> check(FreshProcess.Measured once) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("seconds", tenths(once.checkSeconds()));
        check.put("processor_seconds", tenths(once.checkProcessorSeconds()));
        check.put("heap_mb", Math.round(once.heapMb()));
        check.put("heap_limit_mb", 256);
        check.put("invariants", once.invariants());
        check.put("holds", once.holds());
        return check;
    }

    private static RunResult run(String name, Mode mode) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("\\." + PolicyBenchmarks.class.getSimpleName() + "\\." + name + "$")
                .mode(mode)
                .timeUnit(mode == Mode.SampleTime ? TimeUnit.NANOSECONDS : TimeUnit.SECONDS)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "-Dmash.agreements=" + Shipped.AGREEMENTS)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        System.err.println("measuring " + name + " ...");
        return new Runner(options).runSingle();
    }

    private static long perSecond(RunResult result) {
        return Math.round(result.getPrimaryResult().getScore());
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
