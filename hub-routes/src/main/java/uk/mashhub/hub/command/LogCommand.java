package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.mashhub.log.MlDsa44Cosignature;
import uk.mashhub.log.TimeCertificates;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.verifier.TimeCheck;
import uk.mashhub.log.verifier.VerifierMain;

/**
 * Checks what came out of a disclosure log as {@code disclosure-log-verifier-full.jar} does, and reads a hub's own. What leaves a hub's
 * log is in that log first, and so is what a check finds where the hub is named.
 */
@Command(
        name = "log",
        description = "Work on a disclosure log.",
        subcommands = {AcceptRestore.class, LogBench.class})
final class LogCommand {
    private static final int MISASKED = 2;
    /** What is checked, as the log says it; paths may name somebody. */
    private static final Set<String> KINDS = Set.of("receipt", "consistency", "promise", "excerpt", "open");

    @Command(name = "check", description = "Checks every entry, the tree and the checkpoint of an exported log.")
    int check(
            @Parameters(paramLabel = "DIR", description = "folder of the export, such as target/demo/log") Path dir,
            @Mixin LogAccess access)
            throws IOException {
        return verify(List.of(dir.toString()), Optional.empty(), Optional.empty(), Optional.empty(), access);
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
                    Optional<String> policy,
            @Mixin LogAccess access)
            throws IOException {
        return verify(List.of("receipt", proof.toString()), vkey, policy, Optional.empty(), access);
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
                    Optional<String> policy,
            @Option(
                            names = "--authority",
                            description = "certificates of time authorities (PEM), for an export's time tokens")
                    Optional<Path> authority,
            @Mixin LogAccess access)
            throws IOException {
        List<String> arguments = new ArrayList<>(words);
        vkey.ifPresent(key -> arguments.addAll(List.of("--vkey", key)));
        policy.ifPresent(file -> arguments.addAll(List.of("--policy", file)));
        NoteAlgorithms algorithms = NoteAlgorithms.ofJdk().with(new MlDsa44Cosignature());
        int code = VerifierMain.run(arguments, algorithms, authority.map(LogCommand::authorities), System.out);
        if (code == MISASKED) {
            return code;
        }
        if (!access.isNamed()) {
            System.out.println("not logged: no hub is named (--data)");
            return code;
        }
        String what = KINDS.contains(words.get(0)) ? words.get(0) : "export";
        return access.run(log -> {
            log.acts().found(what, code);
            return code;
        });
    }

    private static TimeCheck authorities(Path pem) {
        try {
            return TimeCertificates.read(pem);
        } catch (IOException | CertificateException unreadable) {
            throw new CommandFailed(pem + " is no file of certificates");
        }
    }
}
