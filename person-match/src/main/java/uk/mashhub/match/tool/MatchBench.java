package uk.mashhub.match.tool;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
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
import uk.mashhub.match.BlockingKeys;
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
        List<Profile> records =
                IntStream.range(0, count).parallel().mapToObj(town::profile).toList();
        long began = nanos.getAsLong();
        double processor = processorSeconds();
        Linked linked = new Linker(ModelFile.shipped(), seed, Markers.NONE).within(records);
        run.put("batchSeconds", seconds(nanos.getAsLong() - began));
        run.put("batchProcessorSeconds", rounded(processorSeconds() - processor));
        run.put("candidatePairs", linked.candidatePairs());
        run.put("oversizedKeys", linked.oversizedKeys());
        long[] links = new long[2];
        double certain = linked.weigher().model().certain();
        linked.eachLink((a, b, bits) -> {
            if (bits >= certain) {
                links[
                        Population.person(Integer.parseInt(a.id())) == Population.person(Integer.parseInt(b.id()))
                                ? 0
                                : 1]++;
            }
        });
        run.put("automaticLinksRight", links[0]);
        run.put("automaticLinksWrong", links[1]);
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
        long[] took = new long[count - last];
        for (int i = last; i < count; i++) {
            PersonDetails details = town.details(i);
            long began = nanos.getAsLong();
            matcher.match(details, index.candidates(keys.of(details)).people());
            took[i - last] = nanos.getAsLong() - began;
        }
        Arrays.sort(took);
        run.put("lookupMicrosP50", took[took.length / 2] / 1000.0);
        run.put("lookupMicrosP99", took[(int) (took.length * 0.99)] / 1000.0);
        long[] crowded = new long[1];
        Enrolment enrolment = new Enrolment(index, keys, matcher, n -> crowded[0] += n);
        long began = nanos.getAsLong();
        for (int i = last; i < count; i++) {
            enrolment.enter(id(i), town.details(i), Set.of());
        }
        run.put("entriesASecond", Math.round((count - last) / seconds(nanos.getAsLong() - began)));
        run.put("crowdedKeys", crowded[0]);
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
