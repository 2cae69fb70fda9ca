package uk.mashhub.simulators.signin;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A user who has signed in. Its name is the subject, so that every token and the log-out agree on it. */
record SignedIn(String subject, String login) implements AuthenticatedPrincipal, Serializable {
    @Override
    public String getName() {
        return subject;
    }
}
