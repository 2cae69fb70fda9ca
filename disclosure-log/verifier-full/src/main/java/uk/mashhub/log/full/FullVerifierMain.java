package uk.mashhub.log.full;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.mashhub.log.MlDsa44Cosignature;
import uk.mashhub.log.TimeToken;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.verifier.VerifierMain;

/**
 * The command. Does what {@link VerifierMain} does, believes ML-DSA-44 cosignatures too, and checks time tokens. Exits as that
 * does.
 */
public final class FullVerifierMain {
    private static final String TIMESTAMP = "timestamp";
    private static final int BAD = 1;
    private static final int MISASKED = 2;

    private FullVerifierMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** Runs the command and gives its exit code. */
    static int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || !arguments.get(0).equals(TIMESTAMP)) {
            int code = VerifierMain.run(arguments, NoteAlgorithms.ofJdk().with(new MlDsa44Cosignature()), out);
            if (code == MISASKED) {
                out.println("and: timestamp TOKEN CHECKPOINT CERTIFICATE (an RFC 3161 token over a checkpoint)");
            }
            return code;
        }
        if (arguments.size() != 4) {
            out.println("usage: timestamp TOKEN CHECKPOINT CERTIFICATE");
            return MISASKED;
        }
        try {
            return timestamp(Path.of(arguments.get(1)), Path.of(arguments.get(2)), Path.of(arguments.get(3)), out);
        } catch (IOException unreadable) {
            out.println("BAD: a file is missing or cannot be read");
            return BAD;
        } catch (CertificateException malformed) {
            out.println("BAD: the certificate: is not an X.509 certificate");
            return BAD;
        }
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
        Optional<Instant> at = TimeToken.verified(Files.readAllBytes(token), text, read(certificate));
        if (at.isEmpty()) {
            out.println("BAD: the token: is not this authority's over this checkpoint");
            return BAD;
        }
        out.println("good: the checkpoint of " + head.get().size() + " entries of "
                + head.get().origin() + " was there at " + at.get());
        return 0;
    }

    private static X509Certificate read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
