package uk.mashhub.hub.wiring;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The plain pages around signing in. */
@Controller
class WebSignInPages {

    /** The session ended while a form was open. Reached by forward from any method, with its status set. */
    @RequestMapping("/sign-in-again")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String again() {
        return "sign-in-again";
    }

    /** The provider did not let somebody in, or cannot be reached. */
    @GetMapping(SecurityPages.FAILED)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String failed() {
        return "sign-in-failed";
    }
}
