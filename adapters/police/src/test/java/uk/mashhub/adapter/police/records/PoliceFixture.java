package uk.mashhub.adapter.police.records;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.simulators.SimulatorSettings;
import uk.mashhub.simulators.police.PoliceSimulator;

/** A running simulated force, the source that asks it, and questions about its invented people. */
final class PoliceFixture implements AutoCloseable {
    static final SourceId SOURCE = new SourceId("police-records");
    /** Long, so that a busy machine fails no test. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** For systems that are known to hang. */
    private static final Duration IMPATIENCE = Duration.ofSeconds(1);

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T09:00:00Z"), ZoneOffset.UTC);

    final PoliceSimulator force = new PoliceSimulator();

    PoliceFixture() {
        Random random = new Random(7);
        RandomSource bytes = length -> {
            byte[] b = new byte[length];
            random.nextBytes(b);
            return b;
        };
        force.start(new SimulatorSettings(Path.of("target", "police-simulator"), Clock.systemUTC(), bytes));
    }

    RecordsSystemSource source() {
        return source(CLOCK);
    }

    RecordsSystemSource source(Clock clock) {
        return new RecordsSystemSource(system(PATIENCE), trust(), clock);
    }

    /** A source that waits for one second only. */
    RecordsSystemSource impatientSource() {
        return new RecordsSystemSource(system(IMPATIENCE), trust(), CLOCK);
    }

    private RecordsSystem system(Duration patience) {
        Map<String, String> at = force.endpoints();
        return system(at.get("police.url"), at.get("police.tokenUrl"), at.get("police.clientSecret"), patience);
    }

    static RecordsSystemSource sourceAt(int port) {
        String origin = "http://127.0.0.1:" + port;
        RecordsSystem system = system(origin + "/api/v1", origin + "/oauth2/token", "x", PATIENCE);
        return new RecordsSystemSource(system, trust(), CLOCK);
    }

    /** The system over TLS, as the simulator's endpoints say. */
    RecordsSystem secureSystem() {
        Map<String, String> at = force.endpoints();
        return system(
                at.get("police.secureUrl"), at.get("police.secureTokenUrl"), at.get("police.clientSecret"), PATIENCE);
    }

    private static RecordsSystem system(String url, String tokenUrl, String secret, Duration patience) {
        return new RecordsSystem(
                SOURCE,
                URI.create(url),
                URI.create(tokenUrl),
                "mash-hub",
                secret,
                "Exampleshire Police",
                Duration.ofSeconds(10),
                patience,
                1 << 20);
    }

    static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts one certificate and no other. */
    static SSLContext trusting(Path certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "police", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    Answer ask(AskedPerson... people) throws SourceUnavailable {
        return source().ask(question(people));
    }

    static Question question(AskedPerson... people) {
        return new Question(
                new QuestionId(new UUID(1, 2)),
                SOURCE,
                Purpose.S47,
                Instant.parse("2026-04-01T13:00:00Z"),
                Arrays.asList(people));
    }

    static AskedPerson asked(String key, String given, String family, String born, PersonIdentifier... numbers) {
        return new AskedPerson(
                new PersonKey(key),
                List.of(PersonName.usual(given, family)),
                Optional.of(BirthDate.accurate(LocalDate.parse(born))),
                List.of(numbers),
                Optional.empty());
    }

    static AskedPerson maya() {
        return asked("k-maya", "Maya", "Okonkwo-Test", "2016-05-14", new NhsNumber("9990000018"));
    }

    static AskedPerson grace() {
        return asked("k-grace", "Grace", "Okonkwo-Test", "1988-02-03", new NhsNumber("9990000026"));
    }

    static AskedPerson daniel() {
        return asked("k-daniel", "Daniel", "Test-Harrow", "1985-11-21", new PncId("2003/0011985X"));
    }

    static AskedPerson leila() {
        return asked("k-leila", "Leila", "Invented", "1990-07-09", new NhsNumber("9990000042"));
    }

    static AskedPerson noor() {
        return asked("k-noor", "Noor", "Invented", "2018-01-30", new NhsNumber("9990000050"));
    }

    static AskedPerson karim() {
        return asked("k-karim", "Karim", "Invented", "1987-04-12", new NhsNumber("9990000069"));
    }

    static AskedPerson una() {
        return asked("k-una", "Una", "Contrived", "1999-12-31", new NhsNumber("9990000123"));
    }

    static ContactPerson person(Answer answer, String key) {
        return answer.people().stream()
                .filter(p -> p.key().equals(new PersonKey(key)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody under that key"));
    }

    static SourceItem item(Answer answer, String recordId) {
        return answer.items().stream()
                .filter(i -> i.recordId().equals(recordId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + recordId));
    }

    static String values(SourceItem item) {
        return item.fields().stream().map(f -> f.value()).toList().toString();
    }

    @Override
    public void close() {
        force.stop();
    }
}
