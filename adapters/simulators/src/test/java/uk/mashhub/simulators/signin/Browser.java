package uk.mashhub.simulators.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A browser with a cookie jar, and the hub's part of the flow, without any library that could hide a fault. */
final class Browser {
    private static final String VERIFIER = "a-code-verifier-of-at-least-forty-three-characters";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Reply(int status, String location, String body, List<String> cookieNames) {}

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final DemoProvider provider;
    private String idToken = "";
    private String accessToken = "";

    Browser(DemoProvider provider) {
        this.provider = provider;
    }

    Map<String, Object> discovery() {
        return json(
                follow(provider.issuer() + "/.well-known/openid-configuration").body());
    }

    Map<String, Object> claimsAfterSignIn(String login) {
        Map<String, Object> tokens = json(exchange(codeFor(login), secret()).body());
        idToken = (String) tokens.get("id_token");
        accessToken = (String) tokens.get("access_token");
        String payload = idToken.split("\\.")[1];
        return json(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    String codeFor(String login) {
        authorize("S256", "http://127.0.0.1:8080/login/oauth2/code/mash");
        Reply back = follow(signIn(login, login).location());
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(back.location());
        if (!code.find()) {
            throw new AssertionError("no code: " + back.status());
        }
        return code.group(1);
    }

    Reply authorize(String challengeMethod, String redirectUri) {
        return authorize(challengeMethod, redirectUri, Map.of());
    }

    Reply authorize(String challengeMethod, String redirectUri, Map<String, String> more) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", "mash-hub");
        query.put("scope", "openid profile");
        query.put("state", "s-1");
        query.put("nonce", "n-1");
        query.put("redirect_uri", redirectUri);
        if (!challengeMethod.isEmpty()) {
            query.put("code_challenge_method", challengeMethod);
            query.put("code_challenge", challenge());
        }
        query.putAll(more);
        return follow(provider.issuer() + "/oauth2/authorize?" + form(query));
    }

    Reply signIn(String login, String password) {
        String page = follow(provider.issuer() + "/sign-in").body();
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        if (!csrf.find()) {
            throw new AssertionError("no form");
        }
        return post("/sign-in", Map.of("username", login, "password", password, "_csrf", csrf.group(1)), "");
    }

    Reply exchange(String code, String secret) {
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                "http://127.0.0.1:8080/login/oauth2/code/mash",
                "code_verifier",
                VERIFIER);
        byte[] credentials = ("mash-hub:" + secret).getBytes(StandardCharsets.UTF_8);
        return post("/oauth2/token", form, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    Map<String, Object> userInfo() {
        return json(send(HttpRequest.newBuilder(URI.create(provider.issuer() + "/userinfo"))
                        .header("Authorization", "Bearer " + accessToken))
                .body());
    }

    Reply signOut(String returnTo) {
        return follow(discovery().get("end_session_endpoint") + "?"
                + form(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", returnTo)));
    }

    Reply follow(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*;q=0.8"));
    }

    private Reply post(String path, Map<String, String> form, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(provider.issuer() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> r = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    r.statusCode(),
                    r.headers().firstValue("Location").orElse(""),
                    r.body(),
                    cookies.getCookieStore().getCookies().stream()
                            .map(HttpCookie::getName)
                            .toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String secret() {
        return provider.endpoints().get("oidc.clientSecret");
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String text) {
        return JSON.readValue(text, Map.class);
    }
}
