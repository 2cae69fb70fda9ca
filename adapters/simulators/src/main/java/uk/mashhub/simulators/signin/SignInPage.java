package uk.mashhub.simulators.signin;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The one page: who may sign in, and the form. All words on it are ours; nothing of the request is repeated. */
@RestController
class SignInPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Demo sign-in</title>
            <style>body{font:19px/1.5 sans-serif;max-width:40em;margin:2em auto;padding:0 1em}
            label,input{display:block;font:inherit}input,button{padding:.3em;margin:.2em 0 1em}
            button{font:inherit}table{border-collapse:collapse}td,th{padding:.2em 1em .2em 0;text-align:left}</style></head>
            <body><main>
            <h1>Demo sign-in</h1>
            <p>This provider serves the demo only: everybody here is invented, and each password is the user name.</p>
            %s<form method="post" action="/sign-in">
            <label for="username">User name</label><input id="username" name="username" autocomplete="username" required>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <input type="hidden" name="%s" value="%s"><button type="submit">Sign in</button></form>
            <table><caption>Who may sign in</caption>
            <thead><tr><th scope="col">User name</th><th scope="col">Name</th><th scope="col">Team</th></tr></thead>
            <tbody>%s</tbody></table>
            </main></body></html>
            """;

    private static final String USERS = DemoUser.ALL.stream()
            .map(user ->
                    "<tr><td>" + user.login() + "</td><td>" + user.name() + "</td><td>" + user.team() + "</td></tr>")
            .collect(Collectors.joining("\n"));

    @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(CsrfToken csrf, @RequestParam(required = false) @Nullable String error) {
        String alert = error == null ? "" : "<p role=\"alert\">Wrong user name or password.</p>\n";
        return PAGE.formatted(alert, csrf.getParameterName(), csrf.getToken(), USERS);
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_PLAIN_VALUE)
    String home() {
        return "Demo sign-in of the MASH hub. Go to the hub's own page to sign in.";
    }
}
