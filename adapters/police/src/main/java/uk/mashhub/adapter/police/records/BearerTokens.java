package uk.mashhub.adapter.police.records;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.mashhub.adapter.SourceUnavailable;

/**
 * The access token of the hub at one records system: OAuth2 client credentials (RFC 6749 section 4.4), the client
 * authenticated by HTTP Basic (section 2.3.1). One token for all threads, fetched anew shortly before it expires.
 */
final class BearerTokens {
    /** A token within this time of its end is not used any more: clocks differ, requests take time. */
    private static final Duration MARGIN = Duration.ofSeconds(30);
    /** Where the server does not say how long (RFC 6749 section 5.1 only recommends it). */
    private static final Duration UNSTATED = Duration.ofMinutes(1);

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,8192}=*");

    private final RecordsSystem system;
    private final Exchange exchange;
    private final Clock clock;
    private @Nullable Token held;

    BearerTokens(RecordsSystem system, Exchange exchange, Clock clock) {
        this.system = system;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** A token that is good for some time yet. */
    synchronized String current() throws SourceUnavailable {
        Token token = held;
        if (token == null || !clock.instant().isBefore(token.usableUntil())) {
            token = fetched();
            held = token;
        }
        return token.value();
    }

    /** Drops a token that the system would not take, unless another thread has already replaced it. */
    synchronized void refused(String value) {
        if (held != null && held.value().equals(value)) {
            held = null;
        }
    }

    private Token fetched() throws SourceUnavailable {
        Instant askedAt = clock.instant();
        HttpResponse<byte[]> response = exchange.send(HttpRequest.newBuilder(system.tokenUrl())
                .header("Authorization", "Basic " + basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (response.statusCode() != 200) {
            throw new SourceUnavailable("the records system does not take the hub's credentials");
        }
        try {
            return token(JsonShape.parse(response.body()), askedAt);
        } catch (WrongShape e) {
            throw new SourceUnavailable("the token endpoint answered in a shape that was not agreed");
        }
    }

    private static Token token(JsonShape json, Instant askedAt) throws WrongShape {
        String value = json.required("access_token");
        if (!TOKEN.matcher(value).matches() || !json.required("token_type").equalsIgnoreCase("Bearer")) {
            throw new WrongShape("/access_token");
        }
        Optional<Long> seconds = json.number("expires_in");
        Duration life = seconds.map(Duration::ofSeconds).orElse(UNSTATED);
        return new Token(value, askedAt.plus(life).minus(MARGIN));
    }

    /** Identifier and secret are form-encoded first (RFC 6749 section 2.3.1). */
    private String basic() {
        String pair = encoded(system.clientId()) + ":" + encoded(system.clientSecret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Token(String value, Instant usableUntil) {
        @Override
        public String toString() {
            return "Token[not shown]";
        }
    }
}
