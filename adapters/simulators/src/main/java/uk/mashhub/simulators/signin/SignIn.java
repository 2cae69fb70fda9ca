package uk.mashhub.simulators.signin;

import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Signs in whoever knows the password that the page shows. */
final class SignIn implements AuthenticationProvider {
    private final Clock clock;

    SignIn(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        DemoUser user = DemoUser.of(attempt.getName())
                .filter(u -> u.login().equals(attempt.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("wrong name or password"));
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(user.subject(), user.login()), null, List.of(passwordGiven()));
    }

    /** From this the library takes {@code auth_time}. */
    private GrantedAuthority passwordGiven() {
        return FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(clock.instant())
                .build();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
