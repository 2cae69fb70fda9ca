package uk.mashhub.log;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.function.IntFunction;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import uk.mashhub.log.tree.Sha256;

/** Asks a time authority over HTTP (RFC 3161 section 3.4). It is shown a hash alone. */
public final class TimeAuthority {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NONCE_BYTES = 16;
    private static final int MAX_ANSWER = 64 * 1024;

    private final URI address;
    private final X509Certificate certificate;
    private final HttpClient http;
    private final IntFunction<byte[]> random;

    /**
     * An authority.
     *
     * @param certificate the one under which its tokens are believed
     * @param random for nonces
     */
    public TimeAuthority(URI address, X509Certificate certificate, HttpClient http, IntFunction<byte[]> random) {
        this.address = Objects.requireNonNull(address, "address");
        this.certificate = Objects.requireNonNull(certificate, "certificate");
        this.http = Objects.requireNonNull(http, "http");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * A token over a message, verified: DER of a TimeStampToken.
     *
     * @throws IOException if the authority is away, refuses, or answers what is no token of its own over this message
     */
    public byte[] stamp(byte[] message) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(
                TSPAlgorithms.SHA256, Sha256.of(message), new BigInteger(1, random.apply(NONCE_BYTES)));
        byte[] token = token(request, post(request.getEncoded()));
        if (TimeToken.verified(token, message, certificate).isEmpty()) {
            throw new IOException("the time authority's token is not its own, or not over this message");
        }
        return token;
    }

    private static byte[] token(TimeStampRequest request, byte[] answer) throws IOException {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new IOException("the time authority gives no token");
            }
            return response.getTimeStampToken().getEncoded();
        } catch (TSPException | RuntimeException malformed) {
            throw new IOException("the time authority's answer does not fit the question");
        }
    }

    private byte[] post(byte[] query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || answer.body().length > MAX_ANSWER) {
                throw new IOException("the time authority answers " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
