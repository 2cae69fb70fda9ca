package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.verifier.VerifierMain;

/** Checks what came out of a disclosure log as {@code disclosure-log-verifier.jar} does, and reads a hub's own. */
@Command(
        name = "log",
        description = "Work on a disclosure log.",
        subcommands = {AcceptRestore.class, LogBench.class})
final class LogCommand {

    @Command(name = "check", description = "Checks every entry, the tree and the checkpoint of an exported log.")
    int check(@Parameters(paramLabel = "DIR", description = "folder of the export, such as target/demo/log") Path dir) {
        return verify(List.of(dir.toString()), Optional.empty(), Optional.empty());
    }

    @Command(
            name = "export",
            description = "Writes a hub's whole log to a folder that anybody can check without the hub.")
    int export(
            @Parameters(paramLabel = "DIR", description = "an earlier export in it is replaced") Path dir,
            @Mixin LogAccess access)
            throws IOException {
        return access.run(log -> new LogReading(log).export(dir));
    }

    @Command(name = "prove", description = "Writes an entry and the proof that it is in a hub's log, to be handed on.")
    int prove(
            @Parameters(paramLabel = "ID", description = "of an entry, or of a disclosure") String id,
            @Parameters(paramLabel = "DIR", description = "folder for ID.entry and ID.tlog-proof") Path dir,
            @Mixin LogAccess access)
            throws IOException {
        return access.run(log -> new LogReading(log).prove(id, dir));
    }

    @Command(
            name = "stamp",
            description = "Writes the newest time token (RFC 3161) of a hub's log, and the checkpoint that it is over.")
    int stamp(
            @Parameters(paramLabel = "DIR", description = "folder for SIZE.tsr and SIZE.checkpoint") Path dir,
            @Mixin LogAccess access)
            throws IOException {
        return access.run(log -> new LogReading(log).stamp(dir));
    }

    @Command(name = "consistency", description = "Whether a hub's log only grew from one checkpoint to another.")
    int consistency(
            @Parameters(paramLabel = "OLD", description = "a checkpoint") Path old,
            @Parameters(paramLabel = "NEW", description = "a later one") Path newer,
            @Mixin LogAccess access)
            throws IOException {
        return access.run(log -> new LogReading(log).consistency(old, newer));
    }

    @Command(name = "receipt", description = "Checks a receipt that carries its entry, as the hub gives them out.")
    int receipt(
            @Parameters(paramLabel = "PROOF", description = "a .tlog-proof") Path proof,
            @Option(names = "--vkey", description = "the log's verifier key, as you were given it")
                    Optional<String> vkey,
            @Option(names = "--policy", description = "file that says whom to trust (C2SP tlog-policy)")
                    Optional<String> policy) {
        return verify(List.of("receipt", proof.toString()), vkey, policy);
    }

    @Command(
            name = "verify",
            description = "An export (DIR), or one of: receipt PROOF [ENTRY], consistency OLD NEW DIR,"
                    + " promise PROMISE ENTRY DIR, excerpt DIR INDEX OUT, open ENTRY NAME SALT CONTENT.")
    int verify(
            @Parameters(paramLabel = "WORDS", arity = "1..*", description = "what to verify") List<String> words,
            @Option(names = "--vkey", description = "the log's verifier key, as you were given it")
                    Optional<String> vkey,
            @Option(names = "--policy", description = "file that says whom to trust (C2SP tlog-policy)")
                    Optional<String> policy) {
        List<String> arguments = new ArrayList<>(words);
        vkey.ifPresent(key -> arguments.addAll(List.of("--vkey", key)));
        policy.ifPresent(file -> arguments.addAll(List.of("--policy", file)));
        return VerifierMain.run(arguments, NoteAlgorithms.ofJdk(), System.out);
    }
}
