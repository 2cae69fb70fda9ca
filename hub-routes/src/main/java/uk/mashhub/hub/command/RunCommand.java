package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.mashhub.hub.HubApplication;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.setup.Home;
import uk.mashhub.hub.setup.InnerFault;
import uk.mashhub.hub.wiring.HubProperties;

/** Runs a hub from its folder until it is told to stop (SIGTERM, Ctrl-C). */
@Command(name = "run", description = "Runs the hub of a folder that ./mash init made.")
final class RunCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "DIR", description = "the hub's folder")
    private Path folder = Path.of("");

    @Option(names = "--until-up", hidden = true, description = "stops in order as soon as it is up")
    private boolean untilUp;

    @Override
    public Integer call() throws IOException, InterruptedException {
        folder = Places.named(folder);
        Home home;
        try {
            home = Home.open(folder);
        } catch (IOException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
        refuseDemo(home);
        SpringApplication application = new SpringApplication(HubApplication.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        Stopping stopping = Stopping.listening();
        try (ConfigurableApplicationContext hub = started(application, home)) {
            System.out.println("The hub is up: port " + hub.getEnvironment().getProperty("local.server.port")
                    + (hub.getBean(PublishedPolicy.class).inForce()
                            ? "."
                            : ". No policy is in force, so nothing is decided or shown: ./mash init " + folder
                                    + " --ig-lead SUB --ig-lead SUB"));
            if (!untilUp) {
                stopping.await();
            }
            return 0;
        } finally {
            stopping.ended();
        }
    }

    private ConfigurableApplicationContext started(SpringApplication application, Home home) {
        try {
            return application.run(home.arguments().toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new CommandFailed("the hub does not start: " + InnerFault.words(e) + ". ./mash check " + folder
                    + " looks at everything around it.");
        }
    }

    /** What the demo makes has secrets that everybody can read. */
    private static void refuseDemo(Home home) throws IOException {
        HubProperties hub = home.settings("hub", HubProperties.class);
        if (Boolean.parseBoolean(home.setting("hub.demo"))) {
            throw new CommandFailed("hub.demo is for ./mash demo alone; take it out of the settings");
        }
        if (Files.exists(hub.dataDir().resolve("clients.secrets"))) {
            throw new CommandFailed(hub.dataDir() + " was made by the demo, with secrets that are no secret: begin with"
                    + " ./mash init in another folder");
        }
    }
}
