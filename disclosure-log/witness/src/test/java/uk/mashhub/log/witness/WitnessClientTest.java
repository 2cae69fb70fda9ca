package uk.mashhub.log.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.Cosigner.Answer;
import uk.mashhub.log.Cosigner.Answer.Kind;
import uk.mashhub.log.WitnessClient;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.PolicyText;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Standing;

/** The log's side of the conversation, with a real witness over real HTTP. */
class WitnessClientTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:15:00Z"), ZoneOffset.UTC);

    private final GrowingLog log = new GrowingLog(GrowingLog.SIZE);
    private final GrowingLog forked = new GrowingLog(17);

    @TempDir
    private Path dir;

    private NoteKey key = new NoteKey("unset", new byte[32]);
    private WitnessServer server;
    private WitnessClient client;

    @BeforeEach
    void startsTheWitness() throws IOException, PolicyText.Malformed {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        WitnessMain.start(new String[] {"init", dir.toString(), "health.example.org/witness"}, CLOCK, out);
        key = NoteKey.read(said.toString(StandardCharsets.UTF_8).strip()).orElseThrow();
        Files.writeString(dir.resolve("policy"), "log " + GrowingLog.LOG.vkey() + "\nquorum none\n");
        server = WitnessMain.start(new String[] {"run", dir.toString(), "127.0.0.1", "0"}, CLOCK, out)
                .orElseThrow();
        client = as(key);
    }

    private WitnessClient as(NoteKey witness) {
        return new WitnessClient(
                witness,
                URI.create("http://127.0.0.1:" + server.port()),
                HttpClient.newHttpClient(),
                NoteAlgorithms.ofJdk());
    }

    @AfterEach
    void stops() {
        server.close();
    }

    private Answer cosign(GrowingLog of, int size, long oldSize) throws IOException {
        return client.cosign(of.head(size), of.tiles(), oldSize);
    }

    @Test
    void getsACosignatureThatVerifies() throws IOException {
        Answer answer = cosign(log, 10, 0);
        String text = log.head(10).text();
        SignedNote cosigned = log.head(10).with(answer.cosignature().orElseThrow());

        assertThat(answer.kind()).isEqualTo(Kind.COSIGNED);
        assertThat(cosigned.standing(key, NoteAlgorithms.ofJdk())).isEqualTo(Standing.SIGNED);
        assertThat(client.newest(GrowingLog.ORIGIN))
                .hasValueSatisfying(note ->
                        assertThat(SignedNote.read(note).map(SignedNote::text)).contains(text));
    }

    @Test
    void beginsFromWhereTheWitnessIsWhateverItThought() throws IOException {
        cosign(log, 10, 0);
        assertThat(cosign(log, 300, 0).kind()).isEqualTo(Kind.COSIGNED);
        assertThat(cosign(log, 310, 999).kind()).isEqualTo(Kind.COSIGNED);
        assertThat(cosign(log, 310, 310).kind()).isEqualTo(Kind.COSIGNED);
        assertThat(cosign(log, GrowingLog.SIZE, 310).kind()).isEqualTo(Kind.COSIGNED);
    }

    @Test
    void isRefusedAForkAndALogThatWasCutShort() throws IOException {
        cosign(log, 300, 0);
        assertThat(cosign(forked, 310, 0).kind()).isEqualTo(Kind.REFUSED);
        assertThat(cosign(forked, 300, 300).kind()).isEqualTo(Kind.REFUSED);
        assertThat(cosign(log, 200, 0).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void saysThatItIsAwayOrDoesNotFit() throws IOException {
        NoteKey other =
                new NoteKey("health.example.org/witness", NoteKey.ED25519_COSIGNATURE, GrowingLog.HUB.publicKey());
        assertThat(as(other).cosign(log.head(10), log.tiles(), 0).kind()).isEqualTo(Kind.UNFIT);
        SignedNote unsigned = new SignedNote(
                log.head(11).text(), List.of(log.head(10).signatures().get(0)));
        assertThat(client.cosign(unsigned, log.tiles(), 10).kind()).isEqualTo(Kind.UNFIT);
        server.close();
        assertThat(cosign(log, 20, 10).kind()).isEqualTo(Kind.AWAY);
        assertThat(client.newest(GrowingLog.ORIGIN)).isEmpty();
    }
}
