package uk.mashhub.hub.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;
import uk.mashhub.policy.cases.CaseFolder;
import uk.mashhub.policy.cases.CaseResult;
import uk.mashhub.policy.cases.CaseText;
import uk.mashhub.policy.cases.CaseTrial;
import uk.mashhub.policy.cases.Explanation;
import uk.mashhub.policy.cases.PolicyCase;
import uk.mashhub.policy.fact.Days;
import uk.mashhub.policy.print.PolicyBook;
import uk.mashhub.policy.proof.CheckReport;
import uk.mashhub.policy.proof.PolicyCheck;
import uk.mashhub.policy.proof.Rehearsal;
import uk.mashhub.policy.proof.RehearsalText;
import uk.mashhub.policy.proof.ReportText;
import uk.mashhub.policy.recorded.Replay;
import uk.mashhub.policy.recorded.ReplayText;

/** Work on agreements as files: no hub, no database, no network. */
@Command(name = "policy", description = "Work on the agreements under config/agreements.")
final class PolicyCommand {
    private static final String AGREEMENTS = "folder of the agreements (default: ${DEFAULT-VALUE})";

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
                    Path dir,
            @Option(
                            names = "--on",
                            paramLabel = "DATE",
                            description = "warn of law and reviews as of this day (default: today)")
                    Optional<LocalDate> day) {
        if (!Files.isDirectory(dir)) {
            throw new CommandFailed("no such folder: " + dir);
        }
        long start = System.nanoTime();
        CheckReport report = PolicyCheck.of(dir, day.orElse(LocalDate.now(Clock.systemUTC())));
        PrintWriter out = spec.commandLine().getOut();
        ReportText.of(report).forEach(out::println);
        out.println(String.format(
                Locale.ROOT,
                "%.1f s, at most %d MB of heap.",
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
                peakBytes() / 1_000_000));
        List<AgencyId> strangers = report.problems().isEmpty() ? strangers(dir) : List.of();
        strangers.forEach(id -> out.println("No area has the agency '" + id + "', which has an agreement."));
        out.flush();
        return report.holds() && strangers.isEmpty() ? 0 : 1;
    }

    /** Agencies with an agreement that no area beside the agreements has: it would hold for nobody's items. */
    private static List<AgencyId> strangers(Path agreements) {
        Path areas = agreements.resolveSibling("areas");
        try {
            return Files.isDirectory(areas)
                    ? Partnership.load(areas).strangers(policy(agreements).agencies())
                    : List.of();
        } catch (IOException e) {
            throw new CommandFailed("the areas cannot be read: " + areas);
        }
    }

    @Command(name = "test", description = "Puts cases to the agreements; 0 only if every case comes out as it expects.")
    int test(
            @Parameters(
                            paramLabel = "FILES",
                            arity = "0..*",
                            defaultValue = "config/cases",
                            description = "case files, or folders of them (default: ${DEFAULT-VALUE})")
                    List<Path> files,
            @Option(names = "--agreements", defaultValue = "config/agreements", description = AGREEMENTS)
                    Path agreements) {
        SharingPolicy policy = policy(agreements);
        CaseFolder.Result read = CaseFolder.read(files, policy.book().windows());
        CaseTrial trial = new CaseTrial(policy);
        List<CaseResult> results = read.cases().stream().map(trial::of).toList();
        CaseText.of(results).forEach(this::say);
        read.problems().forEach(p -> say(p.toString()));
        return read.problems().isEmpty() && results.stream().allMatch(CaseResult::holds) ? 0 : 1;
    }

    @Command(name = "explain", description = "Answers a case gate by gate: which rules spoke, and what each took away.")
    int explain(
            @Parameters(paramLabel = "FILE", description = "a case file") Path file,
            @Parameters(paramLabel = "CASE", arity = "0..1", description = "id of one case (default: all of the file)")
                    Optional<String> id,
            @Option(names = "--agreements", defaultValue = "config/agreements", description = AGREEMENTS)
                    Path agreements) {
        SharingPolicy policy = policy(agreements);
        CaseFolder.Result read = CaseFolder.read(List.of(file), policy.book().windows());
        read.problems().forEach(p -> say(p.toString()));
        List<PolicyCase> asked = read.cases().stream()
                .filter(c -> id.map(c.id()::equals).orElse(true))
                .toList();
        if (read.problems().isEmpty() && asked.isEmpty()) {
            throw new CommandFailed("no case '" + id.orElse("") + "' in " + file);
        }
        asked.forEach(c -> {
            Explanation.of(policy, c).forEach(this::say);
            say("");
        });
        return read.problems().isEmpty() ? 0 : 1;
    }

    @Command(
            name = "rehearse",
            description = "What changes between two versions of the agreements: every decision, exactly; and which"
                    + " recorded ones would come out otherwise.")
    int rehearse(
            @Parameters(paramLabel = "OLD", description = "folder of the agreements in force") Path before,
            @Parameters(paramLabel = "NEW", description = "folder of the draft") Path after,
            @Option(names = "--recorded", description = "decisions of a hub, one JSON object a line")
                    Optional<Path> recorded) {
        Rehearsal.Report report = Rehearsal.of(before, after);
        RehearsalText.of(report).forEach(this::say);
        if (recorded.isEmpty() || !report.problems().isEmpty()) {
            return report.problems().isEmpty() ? 0 : 1;
        }
        try {
            Replay.Report replayed = Replay.of(policy(after), recorded.get());
            say("");
            ReplayText.of(replayed).forEach(this::say);
            return replayed.problems().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            throw new CommandFailed("cannot be read: " + recorded.get());
        }
    }

    @Command(
            name = "print",
            description =
                    "Prints the agreements as one HTML book to read and to take along; 0 only if all of it is proved.")
    int print(
            @Parameters(paramLabel = "DIR", defaultValue = "config/agreements", description = AGREEMENTS) Path dir,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "the book, written anew")
                    Path file) {
        if (!Files.isDirectory(dir)) {
            throw new CommandFailed("no such folder: " + dir);
        }
        PolicyBook.Printed printed =
                PolicyBook.of(dir, Days.of(Clock.systemUTC().instant()));
        printed.problems().forEach(p -> say(p.toString()));
        if (printed.html().isEmpty()) {
            return 1;
        }
        try {
            Files.writeString(file, printed.html().get());
        } catch (IOException e) {
            throw new CommandFailed("cannot be written: " + file);
        }
        say("Printed: " + file);
        if (!printed.holds()) {
            say("Not everything in it is proved: its first page says what, and ./mash policy check says where.");
        }
        return printed.holds() ? 0 : 1;
    }

    private static SharingPolicy policy(Path agreements) {
        try {
            return SharingPolicy.load(agreements);
        } catch (PolicyRefused e) {
            throw new CommandFailed("the agreements do not load:" + System.lineSeparator() + e.getMessage());
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private static long peakBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(u -> u.getUsed())
                .sum();
    }
}
