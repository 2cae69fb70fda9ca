package uk.mashhub.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.CompiledPolicy;
import uk.mashhub.policy.proof.CheckReport;
import uk.mashhub.policy.proof.PolicyCheck;

/**
 * What happens once in a process, measured in a process of its own, nothing warmed up: reading the agreements, compiling
 * them, and {@code policy check} with the memory and the compiler that {@code ./mash policy check} gives it.
 */
final class FreshProcess {
    private FreshProcess() {}

    /** What came out. Times by the clock, which other work on the machine slows, and as the processors were busy. */
    record Measured(
            double readMs,
            double compileMs,
            double compileProcessorMs,
            double checkSeconds,
            double checkProcessorSeconds,
            double heapMb,
            int rules,
            int invariants,
            boolean holds) {

        static Measured of(String line) {
            String[] v = line.trim().split(" ", -1);
            return new Measured(
                    Double.parseDouble(v[0]),
                    Double.parseDouble(v[1]),
                    Double.parseDouble(v[2]),
                    Double.parseDouble(v[3]),
                    Double.parseDouble(v[4]),
                    Double.parseDouble(v[5]),
                    Integer.parseInt(v[6]),
                    Integer.parseInt(v[7]),
                    Boolean.parseBoolean(v[8]));
        }
    }

    static Measured run() throws IOException, InterruptedException {
        return Measured.of(output(FreshProcess.class));
    }

    /** What a class prints that runs on its own, on the agreements that are measured. */
    static String output(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmash.agreements=" + Shipped.AGREEMENTS,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getSimpleName() + " did not run");
        }
        return line;
    }

    public static void main(String[] none) {
        long start = System.nanoTime();
        RuleBook book = Shipped.book();
        long read = System.nanoTime();
        long readBusy = busy();
        CompiledPolicy compiled = new CompiledPolicy(book);
        long done = System.nanoTime();
        long doneBusy = busy();
        CheckReport report = PolicyCheck.of(Shipped.AGREEMENTS, Shipped.TODAY);
        long checked = System.nanoTime();
        long checkedBusy = busy();
        boolean same = report.hash().map(compiled.policy()::equals).orElse(false);
        System.out.println(String.join(
                " ",
                Double.toString((read - start) / 1e6),
                Double.toString((done - read) / 1e6),
                Double.toString((doneBusy - readBusy) / 1e6),
                Double.toString((checked - done) / 1e9),
                Double.toString((checkedBusy - doneBusy) / 1e9),
                Double.toString(peakBytes() / 1e6),
                Integer.toString(book.rules().size()),
                Integer.toString(report.proofs().size()),
                Boolean.toString(same && report.holds())));
    }

    private static long busy() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static long peakBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(u -> u.getUsed())
                .sum();
    }
}
