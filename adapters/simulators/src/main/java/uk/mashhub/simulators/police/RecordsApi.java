package uk.mashhub.simulators.police;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.model.RandomSource;

/** Answers the token endpoint and the records API as the real system would; the simulator's switches stand before it. */
final class RecordsApi implements ResponseDefinitionTransformerV2 {
    static final String TOKEN_PATH = "/oauth2/token";
    static final String API_PATH = "/api/v1";
    private static final Pattern RECORDS =
            Pattern.compile(API_PATH + "/persons/([A-Za-z0-9_-]+)/(involvements|incidents|intelligence)");

    private final PoliceRecords records = new PoliceRecords();
    private final Switches switches;
    private final RandomSource random;
    private final String expectedBasic;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    RecordsApi(Switches switches, RandomSource random, String clientId, String clientSecret) {
        this.switches = switches;
        this.random = random;
        String pair = clientId + ":" + clientSecret;
        this.expectedBasic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getName() {
        return "police-records-api";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        return switches.trouble(request.getUrl())
                .orElseGet(() -> answer(request))
                .build();
    }

    private ResponseDefinitionBuilder answer(Request request) {
        if (request.getUrl().equals(TOKEN_PATH)) {
            return token(request);
        }
        if (switches.takesUp401() || !authorised(request)) {
            return json(401, "{\"code\":\"TOKEN_NOT_VALID\"}");
        }
        Optional<byte[]> found = find(request);
        return found.map(body -> json(200, body)).orElseGet(() -> json(404, "{\"code\":\"NOT_FOUND\"}"));
    }

    private ResponseDefinitionBuilder token(Request request) {
        boolean known = expectedBasic.equals(request.getHeader("Authorization"))
                && request.getBodyAsString().contains("grant_type=client_credentials");
        if (!known || switches.rejectsCredentials()) {
            return json(401, "{\"error\":\"invalid_client\"}");
        }
        String token = HexFormat.of().formatHex(random.bytes(16));
        tokens.add(token);
        return json(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }

    private boolean authorised(Request request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith("Bearer ") && tokens.contains(header.substring(7));
    }

    private Optional<byte[]> find(Request request) {
        if (request.getUrl().equals(API_PATH + "/persons/search")) {
            return request.getMethod().equals(RequestMethod.POST)
                    ? records.search(request.getBody())
                    : Optional.empty();
        }
        Matcher path = RECORDS.matcher(request.getUrl());
        return path.matches() ? records.records(path.group(1), path.group(2)) : Optional.empty();
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseDefinitionBuilder json(int status, byte[] body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
