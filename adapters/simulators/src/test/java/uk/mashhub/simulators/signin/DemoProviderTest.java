package uk.mashhub.simulators.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole code flow, as the hub and a browser do it. */
class DemoProviderTest {
    private static final URI HUB = URI.create("http://127.0.0.1:8080");
    private static DemoProvider provider;

    @BeforeAll
    static void start() {
        provider = DemoProvider.start(HUB, Clock.systemUTC(), length -> new SecureRandom().generateSeed(length));
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void describesItself() {
        Map<String, Object> discovery = new Browser(provider).discovery();
        assertThat(discovery.get("issuer")).isEqualTo(provider.issuer().toString());
        assertThat(discovery).containsKeys("end_session_endpoint", "jwks_uri", "userinfo_endpoint");
        assertThat(discovery.get("code_challenge_methods_supported")).isEqualTo(List.of("S256"));
    }

    @Test
    void signsEveryDemoUserIn() {
        for (DemoUser user : DemoUser.ALL) {
            Browser browser = new Browser(provider);
            Map<String, Object> claims = browser.claimsAfterSignIn(user.login());
            assertThat(claims)
                    .containsEntry("sub", user.subject())
                    .containsEntry("name", user.name())
                    .containsEntry("mash_team", user.team())
                    .containsEntry("mash_area", "E10999999")
                    .containsEntry("mash_training_until", "2099-12-31")
                    .containsEntry("mash_vetting_until", "2099-12-31")
                    .containsEntry("amr", List.of("pwd"))
                    .containsEntry("iss", provider.issuer().toString())
                    .containsEntry("nonce", "n-1");
            assertThat((Integer) claims.get("auth_time")).isPositive();
        }
    }

    @Test
    void tellsUserInfoOfTheSameSubject() {
        Browser browser = new Browser(provider);
        Map<String, Object> claims = browser.claimsAfterSignIn("police");
        assertThat(browser.userInfo()).containsEntry("sub", claims.get("sub"));
    }

    @Test
    void refusesAWrongPassword() {
        Browser browser = new Browser(provider);
        browser.authorize("S256", HUB + "/login/oauth2/code/mash");
        assertThat(browser.signIn("police", "health").location()).endsWith("/sign-in?error");
    }

    @Test
    void refusesACodeRequestWithoutProofKey() {
        Browser browser = new Browser(provider);
        Browser.Reply reply = browser.authorize("", HUB + "/login/oauth2/code/mash");
        if (reply.location().endsWith("/sign-in")) {
            reply = browser.follow(browser.signIn("police", "police").location());
        }
        assertThat(reply.location()).contains("error=invalid_request").doesNotContain("code=");
    }

    @Test
    void refusesAnotherPlaceToReturnTo() {
        Browser browser = new Browser(provider);
        Browser.Reply reply = browser.authorize("S256", "http://elsewhere.invalid/login/oauth2/code/mash");
        if (reply.location().endsWith("/sign-in")) {
            reply = browser.follow(browser.signIn("police", "police").location());
        }
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.location()).isEmpty();
    }

    @Test
    void refusesAWrongClientSecret() {
        Browser browser = new Browser(provider);
        assertThat(browser.exchange(browser.codeFor("police"), "guess").status())
                .isEqualTo(401);
    }

    @Test
    void signsOutAndComesBackToTheHub() {
        Browser browser = new Browser(provider);
        browser.claimsAfterSignIn("support");
        assertThat(browser.signOut(HUB + "/").location()).isEqualTo(HUB + "/");
        assertThat(browser.authorize("S256", HUB + "/login/oauth2/code/mash").location())
                .endsWith("/sign-in");
    }

    @Test
    void asksForThePasswordAgainOnceForEachRequestThatWantsIt() {
        Browser browser = new Browser(provider);
        browser.claimsAfterSignIn("decision");
        String hub = HUB + "/login/oauth2/code/mash";
        assertThat(browser.authorize("S256", hub).location()).as("signed in").contains("code=");

        Map<String, String> login = Map.of("prompt", "login", "state", "s-2");
        assertThat(browser.authorize("S256", hub, login).location()).endsWith("/sign-in");
        assertThat(browser.follow(browser.signIn("decision", "decision").location())
                        .location())
                .contains("code=");
        assertThat(browser.authorize("S256", hub, Map.of("prompt", "login", "state", "s-3"))
                        .location())
                .endsWith("/sign-in");
    }

    @Test
    void showsNothingButThePageToStrangers() {
        Browser browser = new Browser(provider);
        assertThat(browser.follow(provider.issuer() + "/actuator").status()).isIn(302, 403);
        assertThat(browser.follow(provider.issuer() + "/sign-in").cookieNames()).containsExactly("DEMO_SIGN_IN");
    }
}
