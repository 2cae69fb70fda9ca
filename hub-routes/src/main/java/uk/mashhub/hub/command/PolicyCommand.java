package uk.mashhub.hub.command;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.mashhub.policy.proof.CheckReport;
import uk.mashhub.policy.proof.PolicyCheck;
import uk.mashhub.policy.proof.ReportText;

/** Work on agreements as files: no hub, no database, no network. */
@Command(name = "policy", description = "Work on the agreements under config/agreements.")
final class PolicyCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private CommandSpec spec;

    @Command(
            name = "check",
            description = "Proves what a policy never does and always does; 0 only if everything holds.")
    int check(
            @Parameters(
                            paramLabel = "DIR",
                            defaultValue = "config/agreements",
                            description = "folder of the agreements (default: ${DEFAULT-VALUE})")
                    Path dir) {
        if (!Files.isDirectory(dir)) {
            throw new CommandFailed("no such folder: " + dir);
        }
        long start = System.nanoTime();
        CheckReport report = PolicyCheck.of(dir);
        PrintWriter out = spec.commandLine().getOut();
        ReportText.of(report).forEach(out::println);
        out.println(String.format(
                Locale.ROOT,
                "%.1f s, at most %d MB of heap.",
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
                peakBytes() / 1_000_000));
        out.flush();
        return report.holds() ? 0 : 1;
    }

    private static long peakBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(u -> u.getUsed())
                .sum();
    }
}
