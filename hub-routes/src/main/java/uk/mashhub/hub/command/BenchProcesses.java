package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What processes have used so far, as Linux counts it (proc(5)). */
final class BenchProcesses {
    /** Ticks a second in {@code /proc/PID/stat}: sysconf(_SC_CLK_TCK), 100 on every Linux that there is for Java. */
    private static final double TICKS = 100;

    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private final Map<String, Long> named;

    /** @param named the first process of each part by the part's name; its children count with it */
    BenchProcesses(Map<String, Long> named) {
        this.named = new LinkedHashMap<>(named);
    }

    /** Processor seconds of each part, its children's included. */
    Map<String, Double> seconds() throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (Map.Entry<String, Long> part : named.entrySet()) {
            double ticks = ticks(part.getValue(), CHILDREN_SYSTEM);
            try (Stream<ProcessHandle> children = ProcessHandle.of(part.getValue())
                    .map(ProcessHandle::children)
                    .orElse(Stream.empty())) {
                for (ProcessHandle child :
                        children.filter(c -> !named.containsValue(c.pid())).toList()) {
                    ticks += ticks(child.pid(), CHILDREN_SYSTEM);
                }
            }
            seconds.put(part.getKey(), ticks / TICKS);
        }
        return seconds;
    }

    /** What was used between two readings. */
    static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new LinkedHashMap<>();
        after.forEach(
                (part, seconds) -> used.put(part, LogBenchLoad.hundredths(seconds - before.getOrDefault(part, 0.0))));
        return used;
    }

    /** The most memory that a part's first process has had resident, in MB. */
    long mostMegabytes(String part) throws IOException {
        return megabytes(part, "VmHWM:");
    }

    long megabytes(String part) throws IOException {
        return megabytes(part, "VmRSS:");
    }

    private long megabytes(String part, String field) throws IOException {
        Path status = Path.of("/proc", Long.toString(named.getOrDefault(part, 0L)), "status");
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(field))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    private static double ticks(long pid, int last) throws IOException {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        } catch (NoSuchFileException e) {
            return 0;
        }
        // The second field is a name in parentheses, in which anything may stand.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int i = USER; i <= last; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks;
    }
}
