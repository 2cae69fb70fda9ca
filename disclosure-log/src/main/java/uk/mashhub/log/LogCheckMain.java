package uk.mashhub.log;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import uk.mashhub.log.note.NoteKey;

/**
 * Checks an exported log from the command line: {@code LogCheckMain DIR [VKEY]}. Exits 0 if it is good, 1 if it is not and
 * says where, 2 if it was not asked properly.
 */
public final class LogCheckMain {
    private LogCheckMain() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        Optional<NoteKey> trusted = arguments.length == 2 ? NoteKey.read(arguments[1]) : Optional.empty();
        if (arguments.length == 0 || arguments.length > 2 || (arguments.length == 2 && trusted.isEmpty())) {
            out.println("usage: LogCheckMain DIR [VKEY]   (VKEY: the log's verifier key, as you were given it)");
            return 2;
        }
        Path dir = Path.of(arguments[0]);
        CheckResult result = trusted.map(key -> LogCheck.of(dir, key)).orElseGet(() -> LogCheck.of(dir));
        out.println(result.words());
        if (!result.good()) {
            return 1;
        }
        if (trusted.isEmpty()) {
            out.println(
                    "not checked: whether the key in " + LogExport.VKEY + " is the log's. Compare it with the one you"
                            + " were given, or name that one as the second argument.");
        }
        return 0;
    }
}
