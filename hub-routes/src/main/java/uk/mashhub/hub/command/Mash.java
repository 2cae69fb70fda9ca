package uk.mashhub.hub.command;

import ch.qos.logback.classic.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of all commands. */
@Command(
        name = "mash",
        description = "The MASH hub: one referral in, one partitioned and logged view out for each team.",
        subcommands = {
            InitCommand.class,
            PrepareCommand.class,
            RunCommand.class,
            CheckCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            KeysCommand.class,
            LogCommand.class,
            PolicyCommand.class,
            MatchCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Mash {
    private Mash() {}

    /** Runs a command; the exit code is 0, 1 for a plain failure, 2 for wrong usage. */
    public static void main(String[] args) {
        System.exit(line().execute(args));
    }

    /** The commands of a hub that is installed. The demo adds itself ({@code Demo}), and is not in what is installed. */
    static CommandLine line() {
        quiet();
        CommandLine line = new CommandLine(new Mash());
        line.setExecutionExceptionHandler((fault, command, parsed) -> {
            if (fault instanceof CommandFailed failed) {
                command.getErr().println("mash: " + failed.getMessage());
                return 1;
            }
            throw fault;
        });
        return line;
    }

    /** What libraries tell of their work is for logs, and a command has none; a hub that starts sets its own levels. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
