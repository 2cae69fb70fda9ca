package uk.mashhub.adapter.health.fhir;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.fhir.FhirReader.Reading;
import uk.mashhub.model.RandomSource;

/**
 * Asks one FHIR R4 server, over HTTP/1.1. It logs nothing, because an address may hold an NHS number (ruling 28); it
 * follows no redirect, waits no longer than it was told, and keeps no answer above 10 MiB. Thread-safe.
 */
public final class FhirClient {
    private final FhirAccess access;
    private final RandomSource random;
    private final HttpClient http;

    /**
     * Makes one.
     *
     * @throws IllegalStateException if the JVM was told to log HTTP requests, which would write down who is asked about
     */
    public FhirClient(FhirAccess access, RandomSource random) {
        QuietHttp.ensure();
        this.access = access;
        this.random = random;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(access.timeout())
                .build();
    }

    /**
     * Reads or searches by GET.
     *
     * @param path below the base, query included, already encoded
     * @return empty if the server says in FHIR that there is no such resource
     * @throws SourceUnavailable for anything that is neither the resource nor that; a bare 404 of a proxy included
     */
    public <T extends Resource> Optional<Reading<T>> get(String path, Map<String, String> headers, Class<T> type)
            throws SourceUnavailable {
        HttpRequest.Builder request = request(URI.create(access.base() + "/" + path), headers);
        return answer(exchange(request.GET().build()), type);
    }

    /**
     * Searches by POST, so that what is searched for stands in the body and not in the address (FHIR R4, section
     * 3.1.1.5).
     *
     * @param path below the base, such as {@code Encounter/_search}
     * @param form the parameters, already encoded
     */
    public <T extends Resource> Optional<Reading<T>> search(String path, String form, Class<T> type)
            throws SourceUnavailable {
        HttpRequest.Builder request = request(URI.create(access.base() + "/" + path), Map.of())
                .header("Content-Type", "application/x-www-form-urlencoded");
        return answer(exchange(request.POST(BodyPublishers.ofString(form)).build()), type);
    }

    /**
     * The next page of a search.
     *
     * @param link as the server gave it; only an address below the same base is asked
     */
    public <T extends Resource> Optional<Reading<T>> follow(String link, Class<T> type) throws SourceUnavailable {
        if (!link.startsWith(access.base() + "/") && !link.startsWith(access.base() + "?")) {
            throw new SourceUnavailable("its next page is at another server");
        }
        try {
            return answer(exchange(request(new URI(link), Map.of()).GET().build()), type);
        } catch (java.net.URISyntaxException e) {
            throw new SourceUnavailable("its next page has no valid address");
        }
    }

    private HttpRequest.Builder request(URI address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(access.timeout())
                .header("Accept", "application/fhir+json")
                .header("X-Request-ID", random.uuid().toString());
        access.headers().forEach(request::header);
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws SourceUnavailable {
        QuietHttp.ensure();
        CompletableFuture<HttpResponse<byte[]>> response = http.sendAsync(request, info -> capped());
        try {
            // The client's own timeout ends with the headers; this one covers a body that drips.
            return response.get(access.timeout().plus(Duration.ofMillis(200)).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new SourceUnavailable("took too long");
        } catch (ExecutionException e) {
            throw new SourceUnavailable(
                    e.getCause() instanceof java.net.http.HttpTimeoutException
                            ? "took too long"
                            : "could not be reached, or broke off");
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceUnavailable("the hub was stopping");
        }
    }

    private static HttpResponse.BodySubscriber<byte[]> capped() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpResponse.BodySubscriber<Void> whole = BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> {
            if (body.size() + bytes.length > Received.LARGEST_MESSAGE) {
                throw new IllegalStateException("answer too large");
            }
            body.writeBytes(bytes);
        }));
        return BodySubscribers.mapping(whole, done -> body.toByteArray());
    }

    private static <T extends Resource> Optional<Reading<T>> answer(HttpResponse<byte[]> response, Class<T> type)
            throws SourceUnavailable {
        int status = response.statusCode();
        if (status == 200) {
            return Optional.of(read(response.body(), type));
        }
        if (status == 404 && saysSo(response.body())) {
            return Optional.empty();
        }
        throw new SourceUnavailable("answered with status " + status);
    }

    /** A 404 in FHIR means 'no such resource'; any other may come from a proxy or a wrong base address. */
    private static boolean saysSo(byte[] body) {
        try {
            return new String(body, StandardCharsets.UTF_8).contains("OperationOutcome")
                    && FhirReader.read(body, OperationOutcome.class).resource().hasIssue();
        } catch (Unreadable e) {
            return false;
        }
    }

    private static <T extends Resource> Reading<T> read(byte[] body, Class<T> type) throws SourceUnavailable {
        try {
            return FhirReader.read(body, type);
        } catch (Unreadable e) {
            throw new SourceUnavailable("answered with something that is not a " + type.getSimpleName()
                    + " of FHIR R4 (" + e.place() + ")");
        }
    }
}
