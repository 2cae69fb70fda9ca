package uk.mashhub.log.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The witness's door: {@code POST /add-checkpoint} and {@code GET /<origin hash>/checkpoint} (C2SP tlog-witness). */
final class WitnessServer implements Closeable {
    /** A checkpoint of 16 large signatures and the longest proof fit well. */
    private static final int MAX_BODY = 128 * 1024;

    private static final int THREADS = 4;
    private static final Pattern NEWEST = Pattern.compile("/([0-9a-f]{64})/checkpoint");

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private WitnessServer(Witness witness, InetSocketAddress address) throws IOException {
        this.witness = Objects.requireNonNull(witness, "witness");
        this.server = HttpServer.create(address, 0);
    }

    /** Opens the door. Port 0 takes a free one. */
    static WitnessServer open(Witness witness, InetSocketAddress address) throws IOException {
        WitnessServer server = new WitnessServer(witness, address);
        server.server.createContext("/", server::handle);
        server.server.setExecutor(server.threads);
        server.server.start();
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.bytes();
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        Matcher newest = NEWEST.matcher(path);
        try {
            if (newest.matches()) {
                return exchange.getRequestMethod().equals("GET")
                        ? witness.newest(newest.group(1))
                        : Answer.of(405, "GET only\n");
            }
            if (!path.equals("/add-checkpoint")) {
                return Answer.of(404, "nothing here\n");
            }
            return exchange.getRequestMethod().equals("POST") ? add(exchange) : Answer.of(405, "POST only\n");
        } catch (IOException | RuntimeException failed) {
            // Nothing is cosigned that could not be kept. What failed stays here: it may name files.
            System.err.println("witness: " + failed.getClass().getSimpleName());
            return Answer.of(500, "the witness cannot cosign now\n");
        }
    }

    private Answer add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        return body.length > MAX_BODY ? Answer.of(413, "too long\n") : witness.add(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
