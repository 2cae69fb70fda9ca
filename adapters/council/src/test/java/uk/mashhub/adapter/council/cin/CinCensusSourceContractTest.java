package uk.mashhub.adapter.council.cin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.contract.RudeServer;
import uk.mashhub.adapter.contract.SourceSystemContract;
import uk.mashhub.adapter.route.SftpFeed;
import uk.mashhub.adapter.route.SftpFolder;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.Upn;

/** The census file is read as it comes; the SFTP folder itself is real where it is away, hangs or talks nonsense. */
class CinCensusSourceContractTest implements SourceSystemContract {
    private static final String TWICE = "P999400115004";
    private static final String CENSUS = Census.of(
            2026,
            Census.child("<CINreferralDate>2026-01-05</CINreferralDate>")
                    + Census.twoWithOneNumber().replace("L-", "M-").replace("H999400116001", TWICE));

    @TempDir
    private Path folder;

    private RudeServer hanging;
    private RudeServer nonsense;
    private int nobody;

    @BeforeEach
    void startRudeServers() throws IOException {
        hanging = RudeServer.hanging();
        nonsense = RudeServer.talkingNonsense();
        try (RudeServer gone = RudeServer.hangingUp()) {
            nobody = gone.port();
        }
    }

    @AfterEach
    void stopRudeServers() throws IOException {
        hanging.close();
        nonsense.close();
    }

    @Override
    public SourceSystem answering() {
        return Census.source(Census.bytes(CENSUS));
    }

    @Override
    public SourceSystem knowingNobody() {
        return Census.source(Census.bytes(Census.of(2026, "")));
    }

    @Override
    public SourceSystem unreachable() {
        return at(nobody);
    }

    @Override
    public SourceSystem hanging() {
        return at(hanging.port());
    }

    @Override
    public SourceSystem talkingNonsense() {
        return at(nonsense.port());
    }

    @Override
    public Question question() {
        return Census.question(Census.asked("p-1", new Upn("H999400116001"), new NhsNumber("9990000018")));
    }

    @Override
    public Optional<Question> doubtful() {
        return Optional.of(Census.question(Census.asked("p-2", new Upn(TWICE))));
    }

    private SourceSystem at(int port) {
        try {
            Path knownHosts = Files.writeString(folder.resolve("known_hosts"), "");
            Path key = Files.writeString(folder.resolve("key.pem"), privateKey());
            return new CinCensusSource(
                    Census.SOURCE,
                    new SftpFolder(
                            new SftpFeed("127.0.0.1", port, "in", "council", key, knownHosts, Duration.ofSeconds(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String privateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
