package uk.mashhub.hub.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;

/** Load, and how long it took. */
final class LogBenchLoad {
    private LogBenchLoad() {}

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Runs in the background ten times a second, as the hub's own timer does. */
    record Ticking(ScheduledExecutorService timer) implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            timer.shutdown();
            timer.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    static Ticking ticking(Runnable work) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        timer.scheduleAtFixedRate(work, 100, 100, TimeUnit.MILLISECONDS);
        return new Ticking(timer);
    }

    /** How often a second the work is done by so many at once, one after the other each. */
    static double sustained(int threads, double seconds, Work work) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Callable<Integer>> loops = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            loops.add(() -> {
                int done = 0;
                while (System.nanoTime() < end) {
                    work.run();
                    done++;
                }
                return done;
            });
        }
        double done = 0;
        for (Future<Integer> loop : all(threads, loops)) {
            done += loop.get();
        }
        return done / seconds;
    }

    /** So many do the work at once, each once. */
    static void together(int threads, Work work) throws Exception {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(() -> {
                work.run();
                return 0;
            });
        }
        for (Future<Integer> one : all(threads, all)) {
            one.get();
        }
    }

    /** Percentiles of the work's duration while it is begun so many times a second, late beginnings counted in. */
    static Map<String, Object> paced(int threads, int perSecond, int seconds, Work work) throws Exception {
        int number = perSecond * seconds;
        long began = System.nanoTime();
        long[] took = new long[number];
        AtomicInteger next = new AtomicInteger();
        List<Callable<Integer>> loops = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            loops.add(() -> {
                for (int n = next.getAndIncrement(); n < number; n = next.getAndIncrement()) {
                    long due = began + n * TimeUnit.SECONDS.toNanos(1) / perSecond;
                    LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
                    work.run();
                    took[n] = System.nanoTime() - Math.max(due, began);
                }
                return 0;
            });
        }
        for (Future<Integer> loop : all(threads, loops)) {
            loop.get();
        }
        return percentiles(took);
    }

    private static List<Future<Integer>> all(int threads, List<Callable<Integer>> loops) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return pool.invokeAll(loops);
        } finally {
            pool.shutdown();
        }
    }

    /** Percentiles of what single runs report, in nanoseconds, by their number. */
    static Map<String, Object> each(int number, IntToLongFunction work) {
        long[] took = new long[number];
        for (int n = 0; n < number; n++) {
            took[n] = work.applyAsLong(n);
        }
        return percentiles(took);
    }

    private static Map<String, Object> percentiles(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        Map<String, Object> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", hundredths(sorted[sorted.length / 2] / 1e6));
        percentiles.put("p99", hundredths(sorted[(int) (sorted.length * 0.99)] / 1e6));
        percentiles.put("max", hundredths(sorted[sorted.length - 1] / 1e6));
        return percentiles;
    }

    static double seconds(Work work) {
        long began = System.nanoTime();
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException("the benchmark failed", e);
        }
        return hundredths((System.nanoTime() - began) / 1e9);
    }

    static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
