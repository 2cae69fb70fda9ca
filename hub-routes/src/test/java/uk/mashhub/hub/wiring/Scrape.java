package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Properties;
import uk.mashhub.hub.TheHub;

/** A Prometheus at the hub's metrics port. */
public final class Scrape {
    private Scrape() {}

    /** What a scrape of the tests' hub gives. */
    public static String of(TheHub hub) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(hub, "metrics", "/actuator/prometheus");
        if (answer.statusCode() != 200) {
            throw new AssertionError("the metrics' port answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** @param port by its name in {@code ports.properties} */
    static HttpResponse<String> get(TheHub hub, String port, String path) throws IOException, InterruptedException {
        Properties ports = new Properties();
        try (Reader in = Files.newBufferedReader(hub.dataDir().resolve("ports.properties"))) {
            ports.load(in);
        }
        URI uri = URI.create("http://127.0.0.1:" + ports.getProperty(port) + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
