package uk.mashhub.simulators.police;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What is wrong with the simulated system at the moment. Thread-safe. */
final class Switches {
    private volatile Optional<Supplier<ResponseDefinitionBuilder>> whole = Optional.empty();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final AtomicBoolean one401 = new AtomicBoolean();
    private final AtomicBoolean noCredentials = new AtomicBoolean();

    void hang() {
        set(() -> aResponse().withFixedDelay((int) Duration.ofHours(1).toMillis()));
    }

    void fail(int status) {
        set(() -> aResponse().withStatus(status));
    }

    void forgetEverybody() {
        set(() -> aResponse()
                .withStatus(404)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"code\":\"NOT_FOUND\"}"));
    }

    void takeDown() {
        set(() -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    void send(String contentType, String body) {
        set(() -> aResponse()
                .withStatus(200)
                .withHeader("Content-Type", contentType)
                .withBody(body));
    }

    private void set(Supplier<ResponseDefinitionBuilder> trouble) {
        whole = Optional.of(trouble);
    }

    void refuse(String endOfPath, String code) {
        refused.put(endOfPath, code);
    }

    void refuseOneToken() {
        one401.set(true);
    }

    void rejectCredentials() {
        noCredentials.set(true);
    }

    void clear() {
        whole = Optional.empty();
        refused.clear();
        one401.set(false);
        noCredentials.set(false);
    }

    boolean takesUp401() {
        return one401.getAndSet(false);
    }

    boolean rejectsCredentials() {
        return noCredentials.get();
    }

    /** The answer that stands in for the real one; the token endpoint keeps working unless credentials are rejected. */
    Optional<ResponseDefinitionBuilder> trouble(String url) {
        if (url.equals(RecordsApi.TOKEN_PATH)) {
            return Optional.empty();
        }
        return whole.map(Supplier::get)
                .or(() -> refused.entrySet().stream()
                        .filter(e -> url.endsWith("/" + e.getKey()))
                        .map(e -> aResponse()
                                .withStatus(403)
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\"code\":\"" + e.getValue() + "\"}"))
                        .findFirst());
    }
}
