package uk.mashhub.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.note.Base64Text;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.Decimal;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.NoteSignature;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Standing;
import uk.mashhub.log.tree.Sha256;
import uk.mashhub.log.tree.TileSource;
import uk.mashhub.log.tree.TileTree;

/** A witness at the far end of HTTP (C2SP tlog-witness). It is shown heads and proofs, never an entry. */
public final class WitnessClient implements Cosigner {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** Another instance of the hub may be asking at the same time. */
    private static final int TRIES = 3;

    private static final int MAX_ANSWER = 128 * 1024;

    private final NoteKey key;
    private final URI address;
    private final HttpClient http;
    private final NoteAlgorithms algorithms;

    /**
     * A witness.
     *
     * @param key under which it cosigns
     * @param address of which {@code /add-checkpoint} is a part
     * @param algorithms those of the key's kind are needed to believe what it answers
     */
    public WitnessClient(NoteKey key, URI address, HttpClient http, NoteAlgorithms algorithms) {
        this.key = Objects.requireNonNull(key, "key");
        this.address = Objects.requireNonNull(address, "address");
        this.http = Objects.requireNonNull(http, "http");
        this.algorithms = Objects.requireNonNull(algorithms, "algorithms");
    }

    @Override
    public Answer cosign(SignedNote head, TileSource tiles, long oldSize) {
        try {
            Checkpoint asked = Checkpoint.read(head.text()).orElseThrow();
            HttpResponse<byte[]> answer = post(head, tiles, asked.size(), Math.min(oldSize, asked.size()));
            for (int again = 0; again < TRIES && answer.statusCode() == 409; again++) {
                Optional<Long> newest = size(answer.body());
                if (newest.isEmpty() || newest.get() > asked.size()) {
                    return Answer.of(newest.isEmpty() ? Answer.Kind.UNFIT : Answer.Kind.REFUSED);
                }
                answer = post(head, tiles, asked.size(), newest.get());
            }
            return read(head, answer);
        } catch (IOException away) {
            return Answer.of(Answer.Kind.AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.of(Answer.Kind.AWAY);
        }
    }

    private HttpResponse<byte[]> post(SignedNote head, TileSource tiles, long size, long oldSize)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("old " + oldSize + "\n");
        for (byte[] hash : new TileTree(tiles, size).consistency(oldSize)) {
            body.append(Base64Text.write(hash)).append('\n');
        }
        body.append('\n').append(new String(head.bytes(), StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(under("add-checkpoint"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private Answer read(SignedNote head, HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 ->
                cosignature(head, answer.body()).map(Answer::cosigned).orElseGet(() -> Answer.of(Answer.Kind.UNFIT));
            // What is kept was signed by the log's key: a proof that fails is a log that did not only grow.
            case 422 -> Answer.of(Answer.Kind.REFUSED);
            case 400, 403, 404 -> Answer.of(Answer.Kind.UNFIT);
            default -> Answer.of(Answer.Kind.AWAY);
        };
    }

    /** Only a cosignature that verifies counts: a witness's word is not taken for its own word. */
    private Optional<NoteSignature> cosignature(SignedNote head, byte[] body) {
        if (body.length > MAX_ANSWER) {
            return Optional.empty();
        }
        return new String(body, StandardCharsets.UTF_8)
                .lines()
                .map(NoteSignature::read)
                .flatMap(Optional::stream)
                .filter(line -> line.claims(key))
                .filter(line -> new SignedNote(head.text(), List.of(line)).standing(key, algorithms) == Standing.SIGNED)
                .findFirst();
    }

    private static Optional<Long> size(byte[] body) {
        return body.length > 32 ? Optional.empty() : Decimal.read(new String(body, StandardCharsets.US_ASCII).strip());
    }

    @Override
    public Optional<byte[]> newest(String origin) {
        String name = HexFormat.of().formatHex(Sha256.of(origin.getBytes(StandardCharsets.UTF_8)));
        try {
            HttpRequest request = HttpRequest.newBuilder(under(name + "/checkpoint"))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private URI under(String path) {
        String base = address.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + path);
    }
}
