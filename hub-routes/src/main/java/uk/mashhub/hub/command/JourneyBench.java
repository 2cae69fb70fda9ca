package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.model.RandomSource;

/**
 * How fast a referral goes from its arrival to all views that come of it, as JSON, beside a floor of the same run. Hub, PostgreSQL,
 * simulated agencies and load are processes of their own; the broker is in the hub.
 */
@Command(
        name = "journey",
        description = "Measures referrals from their arrival until every view can be read; prints JSON.")
final class JourneyBench implements Callable<Integer> {
    private static final int AT_ONCE = 48;
    private static final int OPENINGS = 50;
    private static final String COUNTS = """
            select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as commits,
              (select count(*) from question) as questions,
              (select count(*) from outbox where address like 'team.%') as notices,
              (select count(*) from view_body where part = 'BODY') as views,
              (select count(*) from log_entry) as "logEntries"
            """;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--seconds", defaultValue = "30", description = "of each run (default: ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(
            names = "--warm-up",
            defaultValue = "40",
            description = "seconds of load before (default: ${DEFAULT-VALUE})")
    private int warmUp = 40;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "1,10,50",
            description = "a second (default: ${DEFAULT-VALUE})")
    private int[] rates = {1, 10, 50};

    @Option(
            names = "--java",
            split = " ",
            description = "options of the hub's Java, such as a profiler's; split at spaces")
    private String[] java = {};

    @Option(
            names = "--stored",
            split = ",",
            description =
                    "measures nothing but how a journey's cost grows with so many stored referrals, such as 10000,100000")
    private long[] stored = {};

    private final Map<String, Object> report = new LinkedHashMap<>();
    private JourneyFloor.Parts parts = new JourneyFloor.Parts(0, 0, 0);

    @Override
    public Integer call() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        Path work = Files.createTempDirectory(Files.createDirectories(root.resolve("target")), "bench-journey");
        int port = Ports.free(0);
        report.put("java", System.getProperty("java.vm.version"));
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("seconds", seconds);
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC"));
        options.addAll(List.of(java));
        say("installing in " + work);
        try (Simulation agencies = Simulation.start(root, work.resolve("agencies"), "http://127.0.0.1:" + port);
                BenchHub hub = BenchHub.install(root, work, port, agencies.endpoints(), Set.of(), options)) {
            if (stored.length > 0) {
                hub.start();
                growth(hub, processes(hub, agencies), new BenchForms(root));
            } else {
                starts(hub);
                measured(hub, processes(hub, agencies), new BenchForms(root));
                floor(hub, work);
            }
        }
        System.out.println(JSON.writeValueAsString(report));
        return 0;
    }

    private void starts(BenchHub hub) throws Exception {
        say("starting");
        Map<String, Object> starts = new LinkedHashMap<>();
        starts.put("cold", hub.start());
        hub.stop();
        starts.put("warm", hub.start());
        // Java 17 dies of an archive of classes together with a profiler that looks at them.
        if (java.length == 0) {
            hub.stop();
            hub.prepare();
            starts.put("prepared", hub.start());
        }
        report.put("startSeconds", starts);
    }

    private static BenchProcesses processes(BenchHub hub, Simulation agencies) throws IOException {
        return new BenchProcesses(Map.of(
                "hub", hub.pid(),
                "postgres", hub.databasePid(),
                "agencies", agencies.pid(),
                "load", ProcessHandle.current().pid()));
    }

    private void growth(BenchHub hub, BenchProcesses processes, BenchForms forms) throws Exception {
        Map<String, Object> sizes = new LinkedHashMap<>();
        try (JourneyLoad load = JourneyLoad.on(hub, forms);
                Connection watching = hub.watching()) {
            say("warming up");
            load.saturated(AT_ONCE / 4, warmUp);
            JourneyStock stock = JourneyStock.of(watching);
            sizes.put("0", grown(new JourneyGrowth(load, processes, stock)));
            for (long wanted : stored) {
                say("filling up to " + wanted);
                long copies = stock.fill(wanted);
                say(copies + " stored");
                sizes.put(Long.toString(copies), grown(new JourneyGrowth(load, processes, stock)));
            }
        }
        report.put("stored", sizes);
    }

    /** Told at once: the next size may take longer than anybody waits. */
    private Map<String, Object> grown(JourneyGrowth growth) throws Exception {
        Map<String, Object> said = growth.measured(seconds);
        say(JSON.writeValueAsString(said));
        return said;
    }

    private void measured(BenchHub hub, BenchProcesses processes, BenchForms forms) throws Exception {
        try (JourneyLoad load = JourneyLoad.on(hub, forms);
                Connection watching = hub.watching()) {
            say("warming up");
            load.saturated(AT_ONCE / 4, warmUp);
            Map<String, Object> byRate = new LinkedHashMap<>();
            for (int rate : rates) {
                say(rate + " a second");
                Map<String, Double> before = processes.seconds();
                JourneyLoad.Times times = load.paced(rate, seconds);
                Map<String, Object> run = times.report();
                run.put("processorSeconds", BenchProcesses.between(before, processes.seconds()));
                byRate.put(Integer.toString(rate), run);
            }
            report.put("perSecond", byRate);
            saturated(load, processes, watching);
            report.put("openingMs", load.openings(OPENINGS));
            report.put("hubRssMb", processes.mostMegabytes("hub"));
        }
    }

    private void saturated(JourneyLoad load, BenchProcesses processes, Connection watching) throws Exception {
        say("as many as it can");
        Map<String, Double> before = processes.seconds();
        Map<String, Long> counted = counts(watching);
        JourneyLoad.Times most = load.saturated(AT_ONCE, seconds);
        Map<String, Double> used = BenchProcesses.between(before, processes.seconds());
        report.put("sustainedPerSecond", LogBenchLoad.hundredths(most.perSecond()));
        report.put("saturated", most.report());
        report.put("processorSeconds", used);
        Map<String, Object> each = new LinkedHashMap<>();
        used.forEach((part, s) -> each.put(part, LogBenchLoad.hundredths(1000 * s / most.sent())));
        report.put("processorMsPerJourney", each);
        Map<String, Object> made = new LinkedHashMap<>();
        counts(watching)
                .forEach((what, n) -> made.put(
                        what, LogBenchLoad.hundredths((n - counted.getOrDefault(what, 0L)) / (double) most.sent())));
        report.put("perJourney", made);
        parts = new JourneyFloor.Parts(
                // The contact itself, and each question and its answer.
                1 + 2 * each(made, "questions"), each(made, "notices"), each(made, "commits"));
    }

    private static int each(Map<String, Object> made, String what) {
        return made.get(what) instanceof Number n ? (int) Math.round(n.doubleValue()) : 0;
    }

    private void floor(BenchHub hub, Path work) throws Exception {
        say("the floor");
        hub.stop();
        RandomSource random = LogAccess.random();
        double floor = new JourneyFloor(work, Partnership.load(work.resolve("hub/config/areas")), random)
                .perSecond(hub.databaseFolder(), hub.databasePassword(), parts, seconds);
        report.put("floorPerSecond", LogBenchLoad.hundredths(floor));
        if (report.get("sustainedPerSecond") instanceof Double most) {
            report.put("ratioToFloor", LogBenchLoad.hundredths(most / floor));
        }
    }

    /** What was made so far. Of transactions, those that write: others take no id. */
    private static Map<String, Long> counts(Connection watching) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Statement statement = watching.createStatement();
                ResultSet row = statement.executeQuery(COUNTS)) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                counts.put(row.getMetaData().getColumnLabel(i), row.getLong(i));
            }
        }
        return counts;
    }

    private static void say(String what) {
        System.err.println("bench journey: " + what);
    }
}
