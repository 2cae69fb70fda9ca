package uk.mashhub.adapter.health;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** A FHIR server that says one thing. */
final class Stub implements AutoCloseable {
    final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    static Stub saying(int status, String body) {
        return saying(aResponse().withStatus(status).withBody(body));
    }

    static Stub saying(ResponseDefinitionBuilder response) {
        Stub stub = new Stub();
        stub.server.start();
        stub.server.stubFor(any(urlMatching(".*")).atPriority(9).willReturn(response));
        return stub;
    }

    String url() {
        return server.baseUrl();
    }

    @Override
    public void close() {
        server.stop();
    }
}
