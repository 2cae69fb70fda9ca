package uk.mashhub.hub.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast the hub's index of people in PostgreSQL answers and takes people in, beside single-row inserts of the same
 * durability in the same run. PostgreSQL is a process of its own.
 */
final class MatchBenchDatabase {
    private static final int LOOKUPS = 2000;
    private static final int WARM_UP = 500;

    private MatchBenchDatabase() {}

    /**
     * Measures.
     *
     * @param people how many are loaded first
     * @param seconds of each run of inserts
     */
    static Map<String, Object> measure(int people, int seconds, long seed) throws Exception {
        Map<String, Object> report = new LinkedHashMap<>();
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-match");
        try (MatchBenchRoom room = MatchBenchRoom.start(work, seed)) {
            report.put("people", people);
            report.put("load_seconds", LogBenchLoad.seconds(() -> room.load(people)));
            int found = 0;
            for (int n = 0; n < WARM_UP; n++) {
                found += room.lookUp(somebody(n, people));
            }
            report.put("found_for_each_lookup", LogBenchLoad.hundredths((double) found / WARM_UP));
            report.put("lookup_ms", LogBenchLoad.each(LOOKUPS, n -> {
                long began = System.nanoTime();
                room.lookUp(somebody(WARM_UP + n, people));
                return System.nanoTime() - began;
            }));
            for (int connections : new int[] {1, 4}) {
                Map<String, Object> run = new LinkedHashMap<>();
                double floor = LogBenchLoad.sustained(connections, seconds, room::insert);
                double entered = LogBenchLoad.sustained(connections, seconds, room::enter);
                run.put("floor_per_second", Math.round(floor));
                run.put("entered_per_second", Math.round(entered));
                run.put("share_of_floor", LogBenchLoad.hundredths(entered / floor));
                report.put("connections_" + connections, run);
            }
            report.put("crowded_keys", room.crowded());
        }
        return report;
    }

    /** Records from all over the town: looked up again, each finds itself, and whoever else it may be. */
    private static int somebody(int n, int people) {
        return (int) (n * 7919L % people);
    }
}
