package uk.mashhub.hub.command;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A demo user at the desk, through the same doors as a browser: signs in at the provider, reads, acts. */
public final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FORM = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*href=\"([^\"]*)\"[^>]*>([^<]*)</a>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private final HttpClient http;
    private final String hub;
    private String csrf = "";

    private Visitor(String hub, HttpClient.Builder http) {
        this.hub = hub;
        this.http = http.cookieHandler(new CookieManager(new LoopbackCookies(), CookiePolicy.ACCEPT_ORIGINAL_SERVER))
                .build();
    }

    /** Signs a demo user in, whose password is the user name. */
    public static Visitor signIn(String hub, String user) throws IOException, InterruptedException {
        return signIn(user, new Visitor(hub, HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL)));
    }

    /** The same at a hub that has its pages with TLS, with a provider on this machine that has not. */
    static Visitor signIn(String hub, String user, SSLContext trusting) throws IOException, InterruptedException {
        return signIn(
                user,
                new Visitor(
                        hub, HttpClient.newBuilder().sslContext(trusting).followRedirects(HttpClient.Redirect.ALWAYS)));
    }

    private static Visitor signIn(String user, Visitor visitor) throws IOException, InterruptedException {
        HttpResponse<String> page = visitor.get(URI.create(visitor.hub + "/"));
        HttpResponse<String> home = visitor.submit(page.uri(), page.body(), Map.of("username", user, "password", user));
        Matcher token = CSRF.matcher(home.body());
        if (home.statusCode() != 200 || !token.find()) {
            throw new CommandFailed("demo user " + user + " could not sign in (" + home.statusCode() + ")");
        }
        visitor.csrf = token.group(1);
        return visitor;
    }

    /**
     * Follows the link of a page that has these words.
     *
     * @throws CommandFailed if it has none
     */
    public HttpResponse<String> follow(HttpResponse<String> page, String words)
            throws IOException, InterruptedException {
        Matcher link = LINK.matcher(page.body());
        while (link.find()) {
            if (link.group(2).strip().equals(words)) {
                return seen(get(page.uri().resolve(link.group(1).replace("&amp;", "&"))));
            }
        }
        throw new CommandFailed("the page has no link '" + words + "'");
    }

    /**
     * Fills in the form of a page that has this button, and presses it.
     *
     * @return the page to which that led
     * @throws CommandFailed if there is no such button
     */
    public HttpResponse<String> press(HttpResponse<String> page, String button, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        while (form.find()) {
            if (form.group().contains(">" + button + "</button>")
                    || form.group().contains("aria-label=\"" + button + "\"")) {
                return seen(submit(page.uri(), form.group(), fields));
            }
        }
        throw new CommandFailed("the page has no button '" + button + "'");
    }

    /** Whoever signs in again has another token. */
    private HttpResponse<String> seen(HttpResponse<String> page) {
        Matcher token = CSRF.matcher(page.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return page;
    }

    private HttpResponse<String> submit(URI page, String html, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(html);
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        Matcher action = ACTION.matcher(html);
        URI to = action.find() ? page.resolve(action.group(1)) : page;
        StringBuilder form = new StringBuilder();
        all.forEach((k, v) -> form.append(form.isEmpty() ? "" : "&")
                .append(encoded(k))
                .append('=')
                .append(encoded(v)));
        return send(request(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build());
    }

    /**
     * Nobody waits for ever for a hub that does not answer. Not by the request's own timeout: of one that was redirected,
     * the JDK's client forgets to stop the clock, and a minute after somebody signed in it closes whatever connection is
     * in use then.
     */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the hub did not answer within " + PATIENCE.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(request(uri).build());
    }

    /**
     * The queue of the user's team, all its pages: id, version and line of each view. What moves to another page meanwhile
     * is there once.
     */
    public JsonNode queue() throws IOException, InterruptedException {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        Optional<String> path = Optional.of("/api/desk/queue");
        while (path.isPresent()) {
            HttpResponse<String> page = ok(path.get());
            JSON.readTree(page.body()).forEach(q -> all.put(q.path("id").asString(""), q));
            path = page.headers().allValues("Link").stream()
                    .map(NEXT::matcher)
                    .filter(Matcher::matches)
                    .map(m -> m.group(1))
                    .findFirst();
        }
        ArrayNode queue = JSON.createArrayNode();
        all.values().forEach(queue::add);
        return queue;
    }

    /** One view as it is served. */
    public JsonNode view(String id) throws IOException, InterruptedException {
        return json("/api/desk/views/" + id);
    }

    /** The receipt of a view as it is served. */
    public String receipt(String id) throws IOException, InterruptedException {
        HttpResponse<String> response = answer("/api/desk/views/" + id + "/receipt");
        if (response.statusCode() != 200) {
            throw new CommandFailed("the desk answered " + response.statusCode());
        }
        return response.body();
    }

    /** Doubtful links of a view's enquiry. */
    public JsonNode links(String id) throws IOException, InterruptedException {
        return json("/api/desk/views/" + id + "/links");
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(ok(path).body());
    }

    private HttpResponse<String> ok(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(URI.create(hub + path));
        if (response.statusCode() != 200) {
            throw new CommandFailed("the desk answered " + response.statusCode());
        }
        return response;
    }

    /** All that a path answers. */
    public HttpResponse<String> answer(String path) throws IOException, InterruptedException {
        return get(URI.create(hub + path));
    }

    /** The status with which a path answers. */
    public int status(String path) throws IOException, InterruptedException {
        return get(URI.create(hub + path)).statusCode();
    }

    /** A page as a browser gets it. */
    public String page(String path) throws IOException, InterruptedException {
        return get(URI.create(hub + path)).body();
    }

    /** Acts on the packet of a view; returns the status (204 done, 409 refused) and the answer's text. */
    public Answered act(String view, Map<String, Object> act) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(act);
        body.putIfAbsent("id", UUID.randomUUID().toString());
        HttpResponse<String> response = send(request(URI.create(hub + "/api/desk/views/" + view + "/acts"))
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", csrf)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
        return new Answered(response.statusCode(), response.body());
    }

    /** What the desk says to an act. */
    public record Answered(int status, String text) {}
}
