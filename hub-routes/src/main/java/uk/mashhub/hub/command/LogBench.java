package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.proof.Sequencing;
import uk.mashhub.log.LogCheck;
import uk.mashhub.log.LogExport;

/**
 * How fast the log is, as JSON, beside the floor: single-row inserts of the same size and durability into the same database in
 * the same run. PostgreSQL is a process of its own; what is measured runs in this one.
 */
@Command(name = "bench", description = "Measures the log beside plain inserts of the same durability; prints JSON.")
final class LogBench implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--seconds", defaultValue = "10", description = "of each run (default: ${DEFAULT-VALUE})")
    private int seconds = 10;

    @Option(names = "--entries", defaultValue = "1000000", description = "of the large log (default: ${DEFAULT-VALUE})")
    private int entries = 1_000_000;

    /** What is measured. */
    enum Part {
        THROUGHPUT,
        LATENCY,
        LARGE
    }

    @Option(names = "--only", split = ",", description = "some parts alone: ${COMPLETION-CANDIDATES}")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    private final Map<String, Object> report = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-log");
        report.put("java", System.getProperty("java.vm.version"));
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("seconds", seconds);
        try (LogBenchRoom room = LogBenchRoom.start(work)) {
            for (Part part : parts) {
                switch (part) {
                    case THROUGHPUT -> throughput(room);
                    case LATENCY -> latency(room);
                    case LARGE -> large(room, work);
                }
            }
        }
        System.out.println(JSON.writeValueAsString(report));
        return 0;
    }

    private void throughput(LogBenchRoom room) throws Exception {
        LogBenchThroughput throughput = new LogBenchThroughput(room, seconds);
        for (int connections : new int[] {1, 4}) {
            report.put("connections_" + connections, throughput.run(connections));
        }
    }

    private void latency(LogBenchRoom room) throws Exception {
        try (LogBenchLoad.Ticking ticking = LogBenchLoad.ticking(room.sequencing()::run)) {
            report.put("durable_at_200_per_second_ms", LogBenchLoad.paced(4, 200, seconds, room::append));
            report.put("commit_to_checkpoint_ms", LogBenchLoad.each(50, n -> {
                String id = room.append();
                long committed = System.nanoTime();
                while (room.receipts().proof(id).isEmpty()) {
                    Thread.onSpinWait();
                }
                return System.nanoTime() - committed;
            }));
        }
    }

    private void large(LogBenchRoom room, Path work) throws IOException, SQLException, InterruptedException {
        Map<String, Object> large = new LinkedHashMap<>();
        room.fill(entries);
        Sequencing sequencing = room.sequencing();
        large.put("sequence_all_seconds", LogBenchLoad.seconds(sequencing::run));
        large.put("entries", room.size());
        List<String> ids = room.someIds(2000);
        large.put("receipt_ms", LogBenchLoad.each(ids.size(), n -> {
            long began = System.nanoTime();
            boolean proved = room.receipts().proof(ids.get(n)).isPresent();
            long took = System.nanoTime() - began;
            if (!proved) {
                throw new CommandFailed("an entry that was taken into the tree has no proof");
            }
            return took;
        }));
        large.put("start_check_seconds", LogBenchLoad.seconds(() -> {
            if (new LogCheck(room.tree(), room.key()).run(List.of(), List.of()).isPresent()) {
                throw new CommandFailed("the log of the benchmark is not sound");
            }
        }));
        Path export = work.resolve("log");
        large.put("export_seconds", LogBenchLoad.seconds(() -> new LogExport(room.key()).write(export, room.tree())));
        large.put("verify_seconds_in_256_mb", verify(export, room));
        report.put("large_log", large);
    }

    /** In a process of its own, with the memory that the verifier may have. */
    private static double verify(Path export, LogBenchRoom room) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "uk.mashhub.log.verifier.VerifierMain",
                        export.toString(),
                        "--vkey",
                        room.key().vkey())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new CommandFailed("the verifier does not find the benchmark's log good");
        }
        return LogBenchLoad.hundredths((System.nanoTime() - began) / 1e9);
    }
}
