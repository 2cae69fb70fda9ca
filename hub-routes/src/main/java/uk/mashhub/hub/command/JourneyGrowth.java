package uk.mashhub.hub.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** What journeys cost beside so many that are stored. */
final class JourneyGrowth {
    private static final int AT_ONCE = 4;
    private static final int LOOKS = 40;

    /** Rows of a table that a journey reads: fewer say nothing. */
    private static final long MANY = 100;

    private final JourneyLoad load;
    private final BenchProcesses processes;
    private final JourneyStock stock;

    JourneyGrowth(JourneyLoad load, BenchProcesses processes, JourneyStock stock) {
        this.load = load;
        this.processes = processes;
        this.stock = stock;
    }

    Map<String, Object> measured(int seconds) throws Exception {
        // What was just written is in no cache, and what was read is not what journeys read.
        load.saturated(AT_ONCE, Math.max(2, seconds / 4));
        Map<String, Double> before = processes.seconds();
        Map<String, Long> readBefore = stock.read();
        JourneyLoad.Times times = load.saturated(AT_ONCE, seconds);
        Map<String, Object> said = new LinkedHashMap<>(times.report());
        Map<String, Object> each = new LinkedHashMap<>();
        BenchProcesses.between(before, processes.seconds())
                .forEach((part, s) -> each.put(part, LogBenchLoad.hundredths(1000 * s / times.sent())));
        said.put("processorMsPerJourney", each);
        said.put("rowsReadPerJourney", rows(readBefore, stock.read(), times.sent()));
        said.put("openingMs", load.openings(LOOKS));
        said.put("queueMs", load.queues(LOOKS));
        said.put("megabytes", stock.megabytes());
        return said;
    }

    private static Map<String, Object> rows(Map<String, Long> before, Map<String, Long> after, int journeys) {
        Map<String, Object> rows = new LinkedHashMap<>();
        after.forEach((what, n) -> {
            long each = (n - before.getOrDefault(what, 0L)) / journeys;
            if (each >= MANY) {
                rows.put(what, each);
            }
        });
        return rows;
    }
}
