package uk.mashhub.log.full;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.log.MlDsa44Cosignature;
import uk.mashhub.log.TimeCertificates;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.verifier.TimeCheck;
import uk.mashhub.log.verifier.VerifierMain;

/**
 * The command. Does what {@link VerifierMain} does, believes ML-DSA-44 cosignatures too, and checks time tokens. Exits as that
 * does.
 */
public final class FullVerifierMain {
    private static final String TIMESTAMP = "timestamp";
    private static final String AUTHORITY = "--authority";
    private static final int BAD = 1;
    private static final int MISASKED = 2;

    private FullVerifierMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** Runs the command and gives its exit code. */
    static int run(List<String> arguments, PrintStream out) {
        try {
            if (arguments.isEmpty() || !arguments.get(0).equals(TIMESTAMP)) {
                return verify(arguments, out);
            }
            if (arguments.size() != 4) {
                out.println("usage: timestamp TOKEN CHECKPOINT CERTIFICATE");
                return MISASKED;
            }
            return timestamp(Path.of(arguments.get(1)), Path.of(arguments.get(2)), Path.of(arguments.get(3)), out);
        } catch (IOException unreadable) {
            out.println("BAD: a file is missing or cannot be read");
            return BAD;
        } catch (CertificateException malformed) {
            out.println("BAD: the certificate: is not an X.509 certificate");
            return BAD;
        }
    }

    /** All that the other verifier does, and the time tokens of an export if their authority is named. */
    private static int verify(List<String> arguments, PrintStream out) throws IOException, CertificateException {
        List<String> words = new ArrayList<>(arguments);
        int option = words.indexOf(AUTHORITY);
        Optional<TimeCheck> times = Optional.empty();
        if (option >= 0 && option + 1 < words.size()) {
            times = Optional.of(TimeCertificates.read(Path.of(words.get(option + 1))));
            words.subList(option, option + 2).clear();
        }
        int code = VerifierMain.run(words, NoteAlgorithms.ofJdk().with(new MlDsa44Cosignature()), times, out);
        if (code == MISASKED) {
            out.println(
                    "and: DIR [TRUST] --authority CERTIFICATE (an export with its time tokens; PEM, one or several)");
            out.println("     timestamp TOKEN CHECKPOINT CERTIFICATE (an RFC 3161 token over a checkpoint)");
        }
        return code;
    }

    /** Who signed the checkpoint is asked elsewhere: a token says only that it was there, and when. */
    private static int timestamp(Path token, Path checkpoint, Path certificate, PrintStream out)
            throws IOException, CertificateException {
        Optional<SignedNote> note = SignedNote.read(Files.readAllBytes(checkpoint));
        Optional<Checkpoint> head = note.map(SignedNote::text).flatMap(Checkpoint::read);
        if (note.isEmpty() || head.isEmpty()) {
            out.println("BAD: the checkpoint: is not one");
            return BAD;
        }
        byte[] text = note.get().text().getBytes(StandardCharsets.UTF_8);
        Optional<String> at = TimeCertificates.read(certificate).stamped(Files.readAllBytes(token), text);
        if (at.isEmpty()) {
            out.println("BAD: the token: is not this authority's over this checkpoint");
            return BAD;
        }
        out.println("good: the checkpoint of " + head.get().size() + " entries of "
                + head.get().origin() + " was there at " + at.get());
        return 0;
    }
}
