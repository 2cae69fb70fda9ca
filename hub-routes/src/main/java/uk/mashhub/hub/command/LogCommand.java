package uk.mashhub.hub.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.verifier.ExportCheck;
import uk.mashhub.log.verifier.Report;
import uk.mashhub.log.verifier.Trust;

/** Checks an exported log without the hub, as {@code disclosure-log-verifier.jar} does. */
@Command(name = "log", description = "Work on an exported disclosure log.")
final class LogCommand {

    @Command(name = "check", description = "Checks every entry, the tree and the checkpoint of an exported log.")
    int check(@Parameters(paramLabel = "DIR", description = "folder of the export, such as target/demo/log") Path dir) {
        Report report = ExportCheck.of(dir, new Trust(Optional.empty(), NoteAlgorithms.ofJdk()));
        report.lines().forEach(System.out::println);
        return report.found().exitCode();
    }
}
