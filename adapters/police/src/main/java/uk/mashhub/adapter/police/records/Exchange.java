package uk.mashhub.adapter.police.records;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import uk.mashhub.adapter.SourceUnavailable;

/**
 * One HTTP exchange, within a time that covers the whole response (the client's own timeout ends with the headers) and
 * within a size. Never follows a redirect, never logs.
 */
final class Exchange {
    private static final List<String> WIRE_LOGGING = List.of(
            "jdk.httpclient.HttpClient.log",
            "jdk.internal.httpclient.debug",
            "jdk.internal.httpclient.websocket.debug",
            "jdk.internal.httpclient.hpack.debug");

    private final HttpClient client;
    private final Duration patience;
    private final int largest;

    Exchange(SSLContext tls, RecordsSystem system) {
        refuseWireLogging();
        this.client = HttpClient.newBuilder()
                .sslContext(Objects.requireNonNull(tls, "tls"))
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(system.connectTimeout())
                .build();
        this.patience = system.responseTimeout();
        this.largest = system.largestResponse();
    }

    /** These switches of the JDK's client write requests, bodies and tokens to a log. */
    private static void refuseWireLogging() {
        for (String property : WIRE_LOGGING) {
            if (System.getProperty(property) != null) {
                throw new IllegalStateException("the JVM must not be started with " + property);
            }
        }
    }

    /**
     * Sends; a connection that breaks, or a gateway's 502, 503 or 504, is tried once more. A timeout is not: whoever
     * waits has waited long enough.
     */
    HttpResponse<byte[]> send(HttpRequest request) throws SourceUnavailable {
        try {
            HttpResponse<byte[]> first = once(request);
            return passing(first.statusCode()) ? once(request) : first;
        } catch (CappedBody.TooLarge e) {
            throw new SourceUnavailable("the records system sent more than is agreed");
        } catch (IOException e) {
            return again(request);
        }
    }

    private HttpResponse<byte[]> again(HttpRequest request) throws SourceUnavailable {
        try {
            return once(request);
        } catch (IOException e) {
            throw new SourceUnavailable("the records system cannot be reached");
        }
    }

    private static boolean passing(int status) {
        return status == 502 || status == 503 || status == 504;
    }

    private HttpResponse<byte[]> once(HttpRequest request) throws IOException, SourceUnavailable {
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request, headers -> new CappedBody(largest));
        try {
            return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new SourceUnavailable("the records system is too slow");
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceUnavailable("asking was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new SourceUnavailable("the records system cannot be asked");
        }
    }
}
