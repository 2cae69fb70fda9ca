package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.mashhub.hub.setup.Finding;
import uk.mashhub.hub.setup.Home;
import uk.mashhub.hub.setup.Readiness;

/** Says of everything that a hub needs whether it is there, and of what is not which hop fails. Changes nothing. */
@Command(
        name = "check",
        description = "Whether the hub of a folder could start and work: ok, or what is in the way, line by line.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "the hub's folder")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        List<Finding> found;
        try {
            found = new Readiness(Home.open(Places.named(folder)), Clock.systemUTC(), LogAccess.random()).look();
        } catch (IOException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
        for (Finding finding : found) {
            System.out.printf("%-5s %-12s %s%n", word(finding.kind()), finding.part(), finding.words());
        }
        return found.stream().anyMatch(f -> f.kind() == Finding.Kind.NO) ? 1 : 0;
    }

    private static String word(Finding.Kind kind) {
        return switch (kind) {
            case OK -> "ok";
            case LOOK -> "look";
            case NO -> "NO";
        };
    }
}
