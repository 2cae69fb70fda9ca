package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Only who asks for it is asked for the password again. */
class SecurityFreshSignInTest {
    private final SecurityFreshSignIn signIn = new SecurityFreshSignIn(
            new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("mash")
                    .clientId("mash-hub")
                    .clientSecret("not-a-secret")
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .scope("openid")
                    .authorizationUri("https://sign-in.example/authorize")
                    .tokenUri("https://sign-in.example/token")
                    .build()));

    private String address(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/oauth2/authorization/mash");
        request.setServletPath("/oauth2/authorization/mash");
        if (!query.isEmpty()) {
            request.addParameter(query, "yes");
        }
        return Objects.requireNonNull(signIn.resolve(request)).getAuthorizationRequestUri();
    }

    @Test
    void asksForThePasswordAgainWhereTheAddressSaysFresh() {
        assertThat(address("fresh")).contains("prompt=login");
        assertThat(address("")).doesNotContain("prompt");
    }

    @Test
    void leavesOtherAddressesAlone() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/policy");
        request.setServletPath("/policy");
        request.addParameter("fresh", "yes");
        assertThat(signIn.resolve(request)).isNull();
    }
}
