package uk.mashhub.log.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.mashhub.log.note.Decimal;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.PolicyText;
import uk.mashhub.log.note.TrustPolicy;

/**
 * The command. Exits 0 if all is good, 1 if something is wrong, 2 if it was not asked properly, 3 if something could not be
 * checked here; prints what, and where.
 */
public final class VerifierMain {
    private static final String USAGE = """
            usage:
              java -jar disclosure-log-verifier.jar DIR [TRUST]                        an exported log, whole
              java -jar disclosure-log-verifier.jar receipt PROOF [ENTRY] TRUST        a .tlog-proof for an entry
              java -jar disclosure-log-verifier.jar consistency OLD NEW DIR [TRUST]    two checkpoints, by an export
              java -jar disclosure-log-verifier.jar promise PROMISE ENTRY DIR [TRUST]  was the log's word kept?
              java -jar disclosure-log-verifier.jar excerpt DIR INDEX OUT [TRUST]      writes an entry and its receipt to OUT
              java -jar disclosure-log-verifier.jar open ENTRY NAME SALT CONTENT       a commitment of an entry
            TRUST, as you were given it by another way than the log: --vkey VKEY, or --policy FILE (C2SP tlog-policy)
            exits 0: good, 1: bad, 2: asked wrongly, 3: something could not be checked here""";

    private VerifierMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), NoteAlgorithms.ofJdk(), System.out));
    }

    /** Runs the command and gives its exit code. */
    public static int run(List<String> arguments, NoteAlgorithms algorithms, PrintStream out) {
        return run(arguments, algorithms, Optional.empty(), out);
    }

    /** The same, with time authorities that the reader trusts. */
    public static int run(
            List<String> arguments, NoteAlgorithms algorithms, Optional<TimeCheck> times, PrintStream out) {
        try {
            Report report = check(arguments, algorithms, times);
            report.lines().forEach(out::println);
            return report.found().exitCode();
        } catch (Misasked why) {
            out.println(why.getMessage());
            return 2;
        }
    }

    private static Report check(List<String> arguments, NoteAlgorithms algorithms, Optional<TimeCheck> times)
            throws Misasked {
        Trust trust = new Trust(policy(arguments), algorithms, times);
        List<String> words = trust.policy().isPresent() ? arguments.subList(0, arguments.size() - 2) : arguments;
        String first = words.isEmpty() ? "" : words.get(0);
        if (first.equals("receipt") && words.size() == 3) {
            return ReceiptCheck.of(Path.of(words.get(1)), Path.of(words.get(2)), trust);
        }
        if (first.equals("receipt") && words.size() == 2) {
            return ReceiptCheck.of(Path.of(words.get(1)), trust);
        }
        if (first.equals("consistency") && words.size() == 4) {
            return ConsistencyCheck.of(Path.of(words.get(1)), Path.of(words.get(2)), Path.of(words.get(3)), trust);
        }
        if (first.equals("promise") && words.size() == 4) {
            return PromiseCheck.of(Path.of(words.get(1)), Path.of(words.get(2)), Path.of(words.get(3)), trust);
        }
        if (first.equals("excerpt") && words.size() == 4) {
            long index = Decimal.read(words.get(2)).orElseThrow(() -> new Misasked("not an index"));
            return Excerpt.of(Path.of(words.get(1)), index, Path.of(words.get(3)), trust);
        }
        if (first.equals("open") && words.size() == 5 && trust.policy().isEmpty()) {
            return OpeningCheck.of(Path.of(words.get(1)), words.get(2), Path.of(words.get(3)), Path.of(words.get(4)));
        }
        if (words.size() == 1 && Files.isDirectory(Path.of(first))) {
            return ExportCheck.of(Path.of(first), trust);
        }
        throw new Misasked(USAGE);
    }

    /** What the last two arguments say of trust. */
    private static Optional<TrustPolicy> policy(List<String> arguments) throws Misasked {
        int option = arguments.size() - 2;
        if (option >= 0 && arguments.get(option).equals("--vkey")) {
            NoteKey key = NoteKey.read(arguments.get(option + 1)).orElseThrow(() -> new Misasked("not a verifier key"));
            return Optional.of(TrustPolicy.ofLog(key));
        }
        if (option >= 0 && arguments.get(option).equals("--policy")) {
            return Optional.of(policyFile(Path.of(arguments.get(option + 1))));
        }
        return Optional.empty();
    }

    private static TrustPolicy policyFile(Path file) throws Misasked {
        try {
            return TrustPolicy.read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new Misasked("the policy file cannot be read");
        } catch (PolicyText.Malformed malformed) {
            throw new Misasked("the policy file breaks a rule: " + malformed.getMessage());
        }
    }

    private static final class Misasked extends Exception {
        private static final long serialVersionUID = 1L;

        Misasked(String why) {
            super(why);
        }
    }
}
