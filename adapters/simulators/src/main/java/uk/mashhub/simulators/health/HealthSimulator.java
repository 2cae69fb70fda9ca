package uk.mashhub.simulators.health;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import uk.mashhub.simulators.AgencySimulator;
import uk.mashhub.simulators.SimulatorSettings;

/**
 * Health's three systems on one port: {@code /cpis}, {@code /pds} and {@code /fhir}, over HTTP on 127.0.0.1. Each can be
 * made to hang, to fail or to be down, and brought up again, while it runs.
 */
public final class HealthSimulator implements AgencySimulator {
    /** One of the simulated systems. */
    public enum Service {
        CPIS,
        PDS,
        FHIR
    }

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number|";
    private static final int AN_HOUR = 3_600_000;

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().disableRequestJournal());
    private final Map<Service, StubMapping> trouble = new EnumMap<>(Service.class);

    @Override
    public String name() {
        return "health";
    }

    @Override
    public void start(SimulatorSettings settings) {
        server.start();
        HealthFiles.PEOPLE.forEach(this::person);
        elsewise();
    }

    @Override
    public Map<String, String> endpoints() {
        return Map.of(
                "health.cpis.url", server.url("/cpis"),
                "health.pds.url", server.url("/pds"),
                "health.fhir.url", server.url("/fhir"));
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** Takes connections and does not answer. */
    public void hang(Service service) {
        trouble(service, aResponse().withFixedDelay(AN_HOUR));
    }

    /** Answers every request with status 500. */
    public void fail(Service service) {
        trouble(service, aResponse().withStatus(500));
    }

    /** Breaks every connection off. */
    public void takeDown(Service service) {
        trouble(service, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    /** Serves again. */
    public void bringUp(Service service) {
        StubMapping old = trouble.remove(service);
        if (old != null) {
            server.removeStub(old);
        }
    }

    private void trouble(Service service, ResponseDefinitionBuilder response) {
        bringUp(service);
        String path = "/" + service.name().toLowerCase(Locale.ROOT) + "/.*";
        trouble.put(service, server.stubFor(any(urlMatching(path)).atPriority(1).willReturn(response)));
    }

    private void person(String number) {
        HealthFiles.find("pds/" + number + ".json").ifPresent(f -> answer(get("/pds/Patient/" + number), 200, f));
        HealthFiles.find("cpis/" + number + ".json")
                .ifPresent(f ->
                        answer(careTeams().withQueryParam("patient:identifier", equalTo(NHS_NUMBER + number)), 200, f));
        HealthFiles.find("fhir/" + number + "-encounters.json")
                .ifPresent(f -> answer(search("Encounter", number), 200, f));
        HealthFiles.find("fhir/" + number + "-lists.json").ifPresent(f -> answer(search("List", number), 200, f));
    }

    private static MappingBuilder careTeams() {
        return get(urlPathEqualTo("/cpis/CareTeam")).atPriority(5);
    }

    private static MappingBuilder search(String type, String number) {
        return post(urlPathEqualTo("/fhir/" + type + "/_search"))
                .withFormParam("patient.identifier", equalTo(NHS_NUMBER + number))
                .atPriority(5);
    }

    /** What the real systems say of people they do not know, and to a request that lacks a required header. */
    private void elsewise() {
        String nobody = HealthFiles.file("nobody.json");
        answer(
                get(urlPathEqualTo("/cpis/CareTeam"))
                        .withHeader("IsUnscheduledAccessEvent", absent())
                        .atPriority(2),
                400,
                HealthFiles.file("bad-request.json"));
        answer(get(urlPathEqualTo("/cpis/CareTeam")).atPriority(9), 200, nobody);
        answer(get(urlPathMatching("/pds/Patient/.*")).atPriority(9), 404, HealthFiles.file("not-found.json"));
        answer(post(urlPathMatching("/fhir/(Encounter|List)/_search")).atPriority(9), 200, nobody);
    }

    private void answer(MappingBuilder request, int status, String body) {
        server.stubFor(request.willReturn(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/fhir+json")
                .withBody(body)));
    }
}
