package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.proof.LogOrigin;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.wiring.KeysConfiguration;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.note.NoteKey;

/** The demo's witnesses: three agencies run one each, and two of them must have seen that the log only grew. */
final class Witnesses implements AutoCloseable {
    private static final List<String> AGENCIES =
            List.of("exampleshire-police", "exampleshire-health", "exampleshire-schools");
    private static final int QUORUM = 2;

    private final List<WitnessProcess> running;
    private final Path policy;

    private Witnesses(List<WitnessProcess> running, Path policy) {
        this.running = running;
        this.policy = policy;
    }

    /**
     * Makes the hub's keys, whose public half the witnesses need, then the witnesses, and the policy file for the hub and
     * for everybody who checks its log.
     *
     * @param data the hub's data folder, still empty
     */
    static Witnesses start(Path root, Path demo, Path data) throws IOException {
        SecureRandom secure = new SecureRandom();
        KeyRing keys =
                KeysConfiguration.make(data.resolve("keystore.p12"), data.resolve("keystore.password"), length -> {
                    byte[] bytes = new byte[length];
                    secure.nextBytes(bytes);
                    return bytes;
                });
        Ed25519Signer signer = new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
        NoteKey log = LogOrigin.key(Partnership.load(root.resolve("config/areas")), signer);
        List<WitnessProcess> running = new ArrayList<>();
        try {
            for (String agency : AGENCIES) {
                running.add(WitnessProcess.start(demo.resolve("witnesses").resolve(agency), agency, log));
            }
            Path policy = demo.resolve("log.policy");
            Files.writeString(policy, policy(log, running));
            return new Witnesses(running, policy);
        } catch (IOException | RuntimeException e) {
            running.forEach(WitnessProcess::close);
            throw e;
        }
    }

    private static String policy(NoteKey log, List<WitnessProcess> witnesses) {
        return "# Whom to believe about the log of this demo (C2SP tlog-policy)\nlog " + log.vkey() + "\n"
                + witnesses.stream().map(WitnessProcess::policyLine).collect(Collectors.joining())
                + "group agencies " + QUORUM + " "
                + witnesses.stream().map(WitnessProcess::name).collect(Collectors.joining(" "))
                + "\nquorum agencies\n";
    }

    /** Whom the hub asks, and a reader believes. */
    Path policy() {
        return policy;
    }

    @Override
    public void close() {
        running.forEach(WitnessProcess::close);
    }
}
