package uk.mashhub.hub.command;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.mashhub.log.CheckResult;
import uk.mashhub.log.LogCheck;

/** Checks an exported log without the hub. */
@Command(name = "log", description = "Work on an exported disclosure log.")
final class LogCommand {

    @Command(name = "check", description = "Checks every entry, promise and the checkpoint of an exported log.")
    int check(@Parameters(paramLabel = "DIR", description = "folder of the export, such as target/demo/log") Path dir) {
        CheckResult result = LogCheck.of(dir);
        System.out.println(result.words());
        return result.good() ? 0 : 1;
    }
}
