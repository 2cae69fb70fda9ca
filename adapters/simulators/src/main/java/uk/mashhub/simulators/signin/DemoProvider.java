package uk.mashhub.simulators.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import uk.mashhub.model.RandomSource;

/**
 * The demo's OpenID provider (OpenID Connect Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0) on 127.0.0.1 on a free
 * port: code flow with PKCE for one client, the hub. ID tokens carry {@code name}, {@code mash_team}, {@code mash_area},
 * {@code mash_training_until}, {@code mash_vetting_until}, {@code amr} and {@code auth_time}.
 */
public final class DemoProvider implements AutoCloseable {
    private static final String CLIENT_ID = "mash-hub";
    private static final int SECRET_BYTES = 24;

    /** Cookies know no ports: with the usual name, signing in here would sign the hub's user out. */
    private static final Map<String, Object> SERVER = Map.of(
            "server.address", "127.0.0.1",
            "server.port", "0",
            "server.servlet.session.cookie.name", "DEMO_SIGN_IN",
            "spring.main.lazy-initialization", "true");

    private final ConfigurableApplicationContext context;
    private final String secret;

    private DemoProvider(ConfigurableApplicationContext context, String secret) {
        this.context = context;
        this.secret = secret;
    }

    /**
     * Starts the provider with a fresh client secret and signing key.
     *
     * @param hub base address of the hub
     */
    public static DemoProvider start(URI hub, Clock clock, RandomSource random) {
        String secret = HexFormat.of().formatHex(random.bytes(SECRET_BYTES));
        ProviderSettings settings = new ProviderSettings(hub, CLIENT_ID, secret, clock);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(ProviderConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .addCommandLineProperties(false)
                // No configuration file of another application on the class path is meant for this one.
                .properties("spring.config.name=demo-sign-in-has-no-file")
                .initializers(c -> {
                    c.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo-sign-in", SERVER));
                    c.getBeanFactory().registerSingleton("providerSettings", settings);
                })
                .run();
        return new DemoProvider(context, secret);
    }

    /** The issuer, as it stands in tokens and discovery. */
    public URI issuer() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** {@code oidc.issuer}, {@code oidc.clientId} and {@code oidc.clientSecret}. */
    public Map<String, String> endpoints() {
        return Map.of(
                "oidc.issuer", issuer().toString(),
                "oidc.clientId", CLIENT_ID,
                "oidc.clientSecret", secret);
    }

    /**
     * A token under this provider's key, whatever it says: such as that somebody is signed out (OpenID Connect Back-Channel Logout 1.0
     * section 2.4).
     *
     * @param type as in its header
     */
    @SuppressWarnings("unchecked")
    public String token(String type, Map<String, Object> claims) {
        JWKSource<SecurityContext> keys = context.getBean("keys", JWKSource.class);
        return new NimbusJwtEncoder(keys)
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).type(type).build(),
                        JwtClaimsSet.builder().claims(c -> c.putAll(claims)).build()))
                .getTokenValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
