package uk.mashhub.log.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.Cosignature;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.NoteSignature;
import uk.mashhub.log.note.PolicyText;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Standing;
import uk.mashhub.log.note.TrustPolicy;

/** The witness over real HTTP, as an agency runs it, and a log that grows, forks and goes back in front of it. */
class WitnessServerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");

    private final HttpClient client = HttpClient.newHttpClient();
    private final GrowingLog log = new GrowingLog(GrowingLog.SIZE);
    private final GrowingLog forked = new GrowingLog(17);

    @TempDir
    private Path dir;

    private NoteKey witness;
    private WitnessServer server;

    @BeforeEach
    void startsTheWitness() throws IOException, PolicyText.Malformed {
        witness = NoteKey.read(said("init", dir.toString(), "health.example.org/witness")
                        .strip())
                .orElseThrow();
        Files.writeString(dir.resolve("policy"), "log " + GrowingLog.LOG.vkey() + "\nquorum none\n");
        start();
    }

    private static String said(String... arguments) throws IOException, PolicyText.Malformed {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WitnessMain.start(arguments, clock(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private void start() throws IOException, PolicyText.Malformed {
        String[] run = {"run", dir.toString(), "127.0.0.1", "0"};
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        server = WitnessMain.start(run, clock(), nobody).orElseThrow();
    }

    @AfterEach
    void stops() {
        server.close();
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(posting(body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest posting(String body) {
        return HttpRequest.newBuilder(at("/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private int status(String body) throws IOException, InterruptedException {
        return post(body).statusCode();
    }

    @Test
    void cosignsALogThatOnlyGrows() throws IOException, InterruptedException {
        int old = 0;
        for (int size : new int[] {0, 1, 7, 256, 256, 300, 400}) {
            HttpResponse<String> answer = post(log.request(old, size));
            assertThat(answer.statusCode()).as("%d to %d", old, size).isEqualTo(200);
            NoteSignature line =
                    NoteSignature.read(answer.body().stripTrailing()).orElseThrow();
            SignedNote cosigned = log.head(size).with(line);
            assertThat(cosigned.standing(witness, NoteAlgorithms.ofJdk())).isEqualTo(Standing.SIGNED);
            assertThat(Cosignature.at(line)).contains(NOW);
            old = size;
        }
    }

    @Test
    void makesUpTheQuorumThatAPolicyAsksFor() throws IOException, InterruptedException, PolicyText.Malformed {
        NoteSignature line = NoteSignature.read(post(log.request(0, 400)).body().stripTrailing())
                .orElseThrow();
        String policy = "log " + GrowingLog.LOG.vkey() + "\nwitness health " + witness.vkey() + "\nquorum health\n";
        TrustPolicy trust = TrustPolicy.read(policy.getBytes(StandardCharsets.UTF_8));

        assertThat(trust.judge(log.head(400).with(line), NoteAlgorithms.ofJdk()).kind())
                .isEqualTo(TrustPolicy.Verdict.Kind.GOOD);
        assertThat(trust.judge(log.head(400), NoteAlgorithms.ofJdk()).kind()).isEqualTo(TrustPolicy.Verdict.Kind.BAD);
    }

    @Test
    void refusesAForkAndKeepsTheProofOfIt() throws IOException, InterruptedException {
        assertThat(status(log.request(0, 100))).isEqualTo(200);

        assertThat(status(forked.request(100, 100))).isEqualTo(422);
        assertThat(status(forked.request(100, 400))).isEqualTo(422);
        assertThat(status(forked.request(17, 400))).isEqualTo(409);
        try (Stream<Path> forks = Files.list(dir.resolve("heads/forks"))) {
            List<Path> kept = forks.toList();
            assertThat(kept).hasSize(1);
            assertThat(SignedNote.read(Files.readAllBytes(kept.get(0)))).contains(forked.head(100));
        }
        assertThat(status(log.request(100, 400))).isEqualTo(200);
    }

    @Test
    void keepsNoMoreForksThanProveThePoint() throws IOException {
        Heads heads = new Heads(dir.resolve("heads"));
        for (int i = 0; i < Heads.MAX_FORKS + 5; i++) {
            heads.keepFork(GrowingLog.ORIGIN, log.head(i));
        }
        try (Stream<Path> forks = Files.list(dir.resolve("heads/forks"))) {
            assertThat(forks).hasSize(Heads.MAX_FORKS);
        }
    }

    @Test
    void refusesALogThatGoesBackAlsoAfterItWasStartedAgain()
            throws IOException, InterruptedException, PolicyText.Malformed {
        assertThat(status(log.request(0, 400))).isEqualTo(200);
        server.close();
        start();

        HttpResponse<String> conflict = post(log.request(0, 300));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).isEqualTo("400\n");
        assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(status(GrowingLog.request(400, List.of(), log.head(300)))).isEqualTo(400);
        assertThat(status(log.request(400, 400))).isEqualTo(200);
    }

    @Test
    void signsNothingWhileItsOwnRecordIsDamaged() throws IOException, InterruptedException {
        assertThat(status(log.request(0, 100))).isEqualTo(200);
        Path record = dir.resolve("heads").resolve(Heads.nameOf(GrowingLog.ORIGIN));
        byte[] good = Files.readAllBytes(record);
        Files.write(record, new byte[] {1});

        assertThat(status(log.request(0, 400))).isEqualTo(500);
        assertThat(status(log.request(100, 400))).isEqualTo(500);
        Files.write(record, good);
        assertThat(status(log.request(100, 400))).isEqualTo(200);
    }

    @Test
    void takesNoNoticeOfAHalfWrittenRecord() throws IOException, InterruptedException {
        assertThat(status(log.request(0, 100))).isEqualTo(200);
        Files.write(dir.resolve("heads").resolve(Heads.nameOf(GrowingLog.ORIGIN) + ".part"), new byte[] {1});

        assertThat(status(log.request(100, 400))).isEqualTo(200);
    }

    @Test
    void answersAsTheProtocolSays() throws IOException, InterruptedException {
        assertThat(status(log.request(0, 100))).isEqualTo(200);
        Ed25519Signer other = new Ed25519Signer("another private key of 32 bytes.".getBytes(StandardCharsets.US_ASCII));
        SignedNote good = log.head(400);
        NoteKey otherKey = new NoteKey(GrowingLog.ORIGIN, other.publicKey());
        SignedNote byOther =
                SignedNote.read(SignedNote.sign(good.text(), otherKey, other)).orElseThrow();
        NoteSignature wrong = new NoteSignature(GrowingLog.ORIGIN, GrowingLog.LOG.id(), new byte[64]);
        NoteKey elsewhere = new NoteKey("elsewhere.example.org", GrowingLog.HUB.publicKey());
        String text = new Checkpoint(elsewhere.name(), 1, new byte[32]).text();
        SignedNote unknown = SignedNote.read(SignedNote.sign(text, elsewhere, GrowingLog.HUB))
                .orElseThrow();
        List<byte[]> proof = log.tree(400).consistency(100);
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[32]);

        assertThat(status(GrowingLog.request(100, proof, byOther))).isEqualTo(403);
        assertThat(status(GrowingLog.request(100, proof, good.with(wrong)))).isEqualTo(403);
        assertThat(status(GrowingLog.request(100, proof, unknown))).isEqualTo(404);
        assertThat(status(GrowingLog.request(100, longer, good))).isEqualTo(422);
        assertThat(status(GrowingLog.request(100, List.of(), good))).isEqualTo(422);
        assertThat(status(GrowingLog.request(99, proof, good))).isEqualTo(409);
        assertThat(status(GrowingLog.request(401, proof, good))).isEqualTo(400);
        assertThat(status(GrowingLog.request(100, Collections.nCopies(64, new byte[32]), good)))
                .isEqualTo(400);
        for (String malformed :
                List.of("", "\n", "old 100", "old 0100\n\n", "new 100\n\n", "old 100\nx\n\n", "old 100\n\ntext\n")) {
            assertThat(status(malformed)).as(malformed).isEqualTo(400);
        }
        assertThat(status("x".repeat(200_000))).isEqualTo(413);
        assertThat(get("/add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(status(GrowingLog.request(100, proof, good))).isEqualTo(200);
    }

    @Test
    void refusesAnEmptyTreeWithAnotherRoot() throws IOException, InterruptedException {
        String text = new Checkpoint(GrowingLog.ORIGIN, 0, new byte[32]).text();
        SignedNote empty = SignedNote.read(SignedNote.sign(text, GrowingLog.LOG, GrowingLog.HUB))
                .orElseThrow();
        assertThat(status(GrowingLog.request(0, List.of(), empty))).isEqualTo(422);
        assertThat(status(GrowingLog.request(0, List.of(new byte[32]), log.head(5))))
                .isEqualTo(422);
    }

    @Test
    void showsEverybodyTheNewestCheckpointThatItCosigned() throws IOException, InterruptedException {
        String path = "/" + Heads.nameOf(GrowingLog.ORIGIN) + "/checkpoint";
        assertThat(get(path).statusCode()).isEqualTo(404);
        post(log.request(0, 100));

        SignedNote shown = SignedNote.read(get(path).body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(shown.standing(GrowingLog.LOG, NoteAlgorithms.ofJdk())).isEqualTo(Standing.SIGNED);
        assertThat(shown.standing(witness, NoteAlgorithms.ofJdk())).isEqualTo(Standing.SIGNED);
        assertThat(get("/" + "0".repeat(64) + "/checkpoint").statusCode()).isEqualTo(404);
    }

    /** Whoever comes second finds that the log has moved on: two answers of 200 would be two histories. */
    @Test
    void letsOnlyOneOfManyRequestsAtOnceGoOnFromOneSize() throws IOException, InterruptedException {
        post(log.request(0, 100));
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int size = 101; size <= 120; size++) {
            answers.add(client.sendAsync(posting(log.request(100, size)), HttpResponse.BodyHandlers.ofString())
                    .thenApply(HttpResponse::statusCode));
        }
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void neverWritesOverItsKeyAndReadsNoOther() throws IOException, PolicyText.Malformed {
        assertThatThrownBy(() -> said("init", dir.toString(), "another.example.org"))
                .isInstanceOf(FileAlreadyExistsException.class);
        said("init", dir.resolve("two").toString(), "two.example.org");
        List<String> one = Files.readAllLines(dir.resolve("key"));
        List<String> two = Files.readAllLines(dir.resolve("two/key"));
        Files.write(dir.resolve("two/key"), List.of(one.get(0), two.get(1)));

        assertThatThrownBy(() -> WitnessKey.read(dir.resolve("two/key")))
                .hasMessage("the key file's two lines are not of one key");
        assertThat(said("run")).startsWith("usage:");
    }
}
