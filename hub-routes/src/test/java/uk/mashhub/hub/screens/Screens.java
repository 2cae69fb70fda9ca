package uk.mashhub.hub.screens;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.mockito.Mockito;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.command.DemoClients;
import uk.mashhub.hub.command.InstalledHub;

/** The screens and doors alone, started by whoever asks first. */
public final class Screens {
    /** A member of staff. */
    public static final String USER = "5f0c1f7e-6f0a-4b8e-9d57-0f7d0b0c6a11";

    private static final Path DATA = TheHub.freshFolder();
    private static final ServletWebServerApplicationContext CONTEXT = start();
    private static final MockMvc MVC =
            MockMvcBuilders.webAppContextSetup(CONTEXT).apply(springSecurity()).build();

    private Screens() {}

    private static ServletWebServerApplicationContext start() {
        try {
            DemoClients.make(DATA, Partnership.load(TheHub.root().resolve("config/areas")), InstalledHub.RANDOM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> settings = Map.of(
                "server.port",
                0,
                "hub.data-dir",
                DATA.toString(),
                "hub.doors.port",
                0,
                "hub.demo",
                true,
                "hub.oidc.issuer",
                "https://sign-in.example",
                "hub.oidc.client-id",
                "mash-hub",
                "hub.oidc.client-secret",
                "not-a-secret");
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(ScreenSlice.class)
                .properties(settings)
                .registerShutdownHook(false)
                // As an argument: the application's own file would win over a mere default.
                .run("--server.port=0");
    }

    /** The screens, to be asked in this process. */
    public static MockMvc mvc() {
        return MVC;
    }

    /** A part: most are mocks, fresh after {@link #forget}. */
    public static <T> T part(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** Makes mocks forget what they were told. */
    public static void forget(Object... mocks) {
        Mockito.reset(mocks);
    }

    /** Where the slice keeps its files. */
    public static Path dataDir() {
        return DATA;
    }

    /** Somebody of a team of Exampleshire, signed in. */
    public static RequestPostProcessor as(String team) {
        return as(team, "E10999999", USER);
    }

    /** Somebody with these claims, signed in. */
    public static RequestPostProcessor as(String team, String area, String subject) {
        return oidcLogin()
                .idToken(
                        token -> token.subject(subject).claim("mash_team", team).claim("mash_area", area));
    }
}
