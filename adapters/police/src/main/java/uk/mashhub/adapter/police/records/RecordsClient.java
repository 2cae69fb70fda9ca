package uk.mashhub.adapter.police.records;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import uk.mashhub.adapter.SourceUnavailable;

/**
 * Speaks to the records API. What names a person goes into the body of the search; addresses of the other calls hold only
 * the system's opaque record ids.
 */
final class RecordsClient {
    private static final String NOBODY = "NOT_FOUND";

    private final RecordsSystem system;
    private final Exchange exchange;
    private final BearerTokens tokens;

    RecordsClient(RecordsSystem system, Exchange exchange, BearerTokens tokens) {
        this.system = system;
        this.exchange = exchange;
        this.tokens = tokens;
    }

    /**
     * Searches; empty if the system says that it knows nobody. A bare 404 does not say so: a wrong address gives one as
     * well, and would make every child unknown.
     */
    Optional<JsonShape> search(byte[] body) throws SourceUnavailable, Refused, WrongShape {
        HttpResponse<byte[]> response = send(request("/persons/search")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        boolean nobody = response.statusCode() == 404 && code(response).equals(NOBODY);
        return nobody ? Optional.empty() : Optional.of(content(response));
    }

    /**
     * One kind of records of a person. A 404 here means that the record went away since the search: nobody can say what
     * that means but a second search, later.
     *
     * @param personRecord an id that {@link Cast#checked} has let pass
     */
    JsonShape records(String personRecord, String kind) throws SourceUnavailable, Refused, WrongShape {
        HttpResponse<byte[]> response =
                send(request("/persons/" + personRecord + "/" + kind).GET());
        if (response.statusCode() == 404) {
            throw new SourceUnavailable("the records changed while they were read");
        }
        return content(response);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(system.baseUrl() + path)).header("Accept", "application/json");
    }

    /** A 401 means that the token was withdrawn early: one more try with a new one. */
    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws SourceUnavailable {
        String token = tokens.current();
        HttpResponse<byte[]> first = exchange.send(authorised(request, token));
        if (first.statusCode() != 401) {
            return first;
        }
        tokens.refused(token);
        return exchange.send(authorised(request, tokens.current()));
    }

    private static HttpRequest authorised(HttpRequest.Builder request, String token) {
        return request.copy().header("Authorization", "Bearer " + token).build();
    }

    private static JsonShape content(HttpResponse<byte[]> response) throws SourceUnavailable, Refused, WrongShape {
        switch (response.statusCode()) {
            case 200 -> {
                if (!isJson(response)) {
                    throw new WrongShape("/ (not JSON)");
                }
                return JsonShape.parse(response.body());
            }
            case 401 -> throw new SourceUnavailable("the records system does not take the hub's credentials");
            case 403 -> throw new Refused(code(response));
            default -> throw new SourceUnavailable("the records system answered with an error");
        }
    }

    private static boolean isJson(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.equals("application/json") || type.startsWith("application/json;"))
                .isPresent();
    }

    private static String code(HttpResponse<byte[]> response) {
        try {
            return JsonShape.parse(response.body()).text("code");
        } catch (WrongShape e) {
            return "";
        }
    }
}
