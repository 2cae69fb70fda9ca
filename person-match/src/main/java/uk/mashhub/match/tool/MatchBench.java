package uk.mashhub.match.tool;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Enrolment;
import uk.mashhub.match.InMemoryPersonIndex;
import uk.mashhub.match.Matcher;
import uk.mashhub.match.link.Linked;
import uk.mashhub.match.link.Linker;
import uk.mashhub.match.link.Markers;
import uk.mashhub.match.weight.ModelFile;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;

/**
 * How fast matching is, and how it grows: a batch linked with expectation maximisation, and lookups and entries in an
 * index in memory. Processor time stands beside the clock's, because a busy machine slows the second.
 */
public final class MatchBench {
    private static final int LOOKUPS = 20_000;

    private final long seed;
    private final LongSupplier nanos;

    /**
     * Makes it ready.
     *
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    public MatchBench(long seed, LongSupplier nanos) {
        this.seed = seed;
        this.nanos = nanos;
    }

    /** Measures each number of records, the first before the next; JSON. */
    public String json(List<Integer> sizes) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("java", System.getProperty("java.vm.version"));
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put(
                "loadAverageBefore",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        List<Map<String, Object>> runs = new ArrayList<>();
        for (int records : sizes) {
            if (records < 1) {
                throw new IllegalArgumentException("at least one record is needed");
            }
            runs.add(run(records));
        }
        report.put("runs", runs);
        return Json.text(report);
    }

    private Map<String, Object> run(int records) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("records", records);
        forgetPeak();
        batch(records, run);
        run.put("batchPeakMemoryMb", peakMb());
        forgetPeak();
        index(records, run);
        run.put("indexPeakMemoryMb", peakMb());
        return run;
    }

    private void batch(int count, Map<String, Object> run) {
        Population town = new Population(seed);
        double idle = processorSeconds();
        List<Profile> records =
                IntStream.range(0, count).parallel().mapToObj(town::profile).toList();
        run.put("inventingProcessorSeconds", rounded(processorSeconds() - idle));
        long began = nanos.getAsLong();
        double processor = processorSeconds();
        Linked linked = new Linker(ModelFile.shipped(), seed, Markers.NONE).within(records);
        run.put("batchSeconds", seconds(nanos.getAsLong() - began));
        run.put("batchProcessorSeconds", rounded(processorSeconds() - processor));
        run.put("residentPeakMemoryMb", residentPeakMb());
        run.put("oversizedKeys", linked.oversizedKeys());
        long[] candidates = new long[2];
        linked.eachCandidate((a, b) -> candidates[onePerson(a, b) ? 0 : 1]++);
        run.put("candidatePairs", candidates[0] + candidates[1]);
        run.put("truePairs", count / Population.EVERY);
        run.put("truePairsFound", candidates[0]);
        double certain = linked.weigher().model().certain();
        double review = linked.weigher().model().review();
        long[] automatic = new long[2];
        long[] seen = new long[2];
        linked.eachLink((a, b, bits) -> {
            if (bits >= review) {
                (bits >= certain ? automatic : seen)[onePerson(a, b) ? 0 : 1]++;
            }
        });
        run.put("automaticLinksRight", automatic[0]);
        run.put("automaticLinksWrong", automatic[1]);
        run.put("reviewedLinksRight", seen[0]);
        run.put("reviewedLinksWrong", seen[1]);
    }

    private static boolean onePerson(Profile a, Profile b) {
        return Population.person(Integer.parseInt(a.id())) == Population.person(Integer.parseInt(b.id()));
    }

    /** All but the last records are entered as they are; those last ones are looked up, then entered and matched. */
    private void index(int count, Map<String, Object> run) {
        Population town = new Population(seed);
        BlockingKeys keys = new BlockingKeys("a key for benchmarks, kept by nobody".getBytes(StandardCharsets.UTF_8));
        InMemoryPersonIndex index = new InMemoryPersonIndex();
        Matcher matcher = new Matcher();
        int last = Math.max(count / 2, count - LOOKUPS);
        for (int i = 0; i < last; i++) {
            PersonDetails details = town.details(i);
            index.add(id(i), details, keys.of(details));
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] took = new long[count - last];
        long[] worked = new long[count - last];
        long[] compared = new long[count - last];
        for (int i = last; i < count; i++) {
            PersonDetails details = town.details(i);
            long processor = threads.getCurrentThreadCpuTime();
            long began = nanos.getAsLong();
            List<Candidate> found = index.candidates(keys.of(details)).people();
            matcher.match(details, found);
            took[i - last] = nanos.getAsLong() - began;
            worked[i - last] = threads.getCurrentThreadCpuTime() - processor;
            compared[i - last] = found.size();
        }
        run.put("lookupMicrosP50", share(took, 0.5) / 1000.0);
        run.put("lookupMicrosP99", share(took, 0.99) / 1000.0);
        run.put("lookupProcessorMicrosP50", share(worked, 0.5) / 1000.0);
        run.put("lookupProcessorMicrosP99", share(worked, 0.99) / 1000.0);
        run.put("lookupCandidatesP50", share(compared, 0.5));
        run.put("lookupCandidatesP99", share(compared, 0.99));
        long[] crowded = new long[1];
        Enrolment enrolment = new Enrolment(index, keys, matcher, n -> crowded[0] += n);
        long began = nanos.getAsLong();
        for (int i = last; i < count; i++) {
            enrolment.enter(id(i), town.details(i), Set.of());
        }
        run.put("entriesASecond", Math.round((count - last) / seconds(nanos.getAsLong() - began)));
        run.put("crowdedKeys", crowded[0]);
    }

    private static long share(long[] values, double below) {
        Arrays.sort(values);
        return values[(int) (values.length * below)];
    }

    private static PersonId id(int record) {
        return new PersonId(new UUID(1, record));
    }

    private static double seconds(long nanoseconds) {
        return rounded(Math.max(1, nanoseconds) / 1e9);
    }

    private static double rounded(double seconds) {
        return Math.max(0.001, Math.round(seconds * 1000) / 1000.0);
    }

    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    /** The most memory that the process has had from the system so far, all of Java's own included; -1 if not told. */
    private static long residentPeakMb() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1000)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            // Only Linux says so (proc(5)); the measured heap is reported beside it.
            return -1;
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void forgetPeak() {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakMb() {
        return heap().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / 1_000_000;
    }
}
