package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.setup.BrokerFiles;
import uk.mashhub.hub.setup.ClientSecrets;
import uk.mashhub.hub.setup.Home;
import uk.mashhub.hub.setup.InnerFault;
import uk.mashhub.hub.setup.NewHome;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.wiring.BrokerSettings;
import uk.mashhub.hub.wiring.DatabaseSettings;
import uk.mashhub.hub.wiring.FirstPublish;
import uk.mashhub.hub.wiring.HubProperties;
import uk.mashhub.hub.wiring.KeysConfiguration;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.policy.PolicyRefused;

/** Makes a hub: its folder, its keys, its first area, and the first publish of its policy. It may be run again until all is done. */
@Command(
        name = "init",
        description = {
            "Makes a hub in a folder: settings, keys, the first area, and the first publish of its agreements.",
            "Nothing that is there is overwritten, so it can be run again until it says that nothing is missing."
        })
final class InitCommand implements Callable<Integer> {
    private static final int INCOMPLETE = 3;

    @Parameters(index = "0", paramLabel = "DIR", description = "the hub's folder, new or begun")
    private Path folder = Path.of("");

    @Option(
            names = "--area",
            paramLabel = "CODE",
            defaultValue = "",
            description = "ONS code of the area, the first time")
    private String code = "";

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "name of the area, the first time")
    private String name = "";

    @Option(names = "--issuer", defaultValue = "", description = "address of the OpenID Connect provider")
    private String issuer = "";

    @Option(names = "--client", defaultValue = "mash-hub", description = "the hub, as the provider knows it")
    private String client = "";

    @Option(names = "--database", defaultValue = "", description = "an external database: jdbc:postgresql://...")
    private String database = "";

    @Option(
            names = "--broker",
            defaultValue = "",
            description = "an external Artemis broker: tcp://host:61617?sslEnabled=true&...")
    private String broker = "";

    @Option(
            names = "--ig-lead",
            arity = "1",
            paramLabel = "SUB",
            description = "an information governance lead, by the subject of their sign-in (a UUID); given twice, they"
                    + " publish the agreements as they stand in DIR/config/agreements")
    private String[] leads = new String[0];

    @Override
    public Integer call() throws IOException {
        folder = Places.named(folder);
        if (leads.length != 0 && leads.length != 2) {
            throw new CommandFailed("a policy is published by two people: --ig-lead SUB --ig-lead SUB");
        }
        List<Path> made = files();
        made.stream()
                .collect(Collectors.groupingBy(
                        f -> f.getNameCount() > 2 ? f.subpath(0, 2) + "/" : f.toString(),
                        LinkedHashMap::new,
                        Collectors.counting()))
                .forEach((what, files) ->
                        System.out.println("  made   " + what + (files > 1 ? " (" + files + " files)" : "")));
        Home home = Home.open(folder);
        HubProperties hub = home.settings("hub", HubProperties.class);
        DatabaseSettings settings = home.settings("hub.database", DatabaseSettings.class);
        KeyRing keys = keys(hub, settings);
        secrets(home, hub);
        if (leads.length == 0) {
            System.out.println();
            System.out.println(
                    "Next: read hub.yaml and config/, change what is yours, and see: ./mash check " + folder);
            System.out.println("Then publish the agreements, for two information governance leads:");
            System.out.println("  ./mash init " + folder + " --ig-lead SUB --ig-lead SUB");
            return INCOMPLETE;
        }
        return published(hub, settings, keys);
    }

    private List<Path> files() throws IOException {
        try {
            return new NewHome(folder, Path.of("config"))
                    .write(new NewHome.Wishes(code, name, issuer, client, database, broker));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    /** For the broker's administrator and for systems that send; made from the areas as they are configured now. */
    private static void secrets(Home home, HubProperties hub) throws IOException {
        Partnership partnership = Partnership.load(hub.configDir().resolve("areas"));
        List<String> clients = new ClientSecrets(home.folder(), hub.dataDir(), LogAccess.random()).add(partnership);
        if (!clients.isEmpty()) {
            System.out.println("  made   secrets/clients/: " + String.join(", ", clients)
                    + " (hand each to its system's people, then delete it)");
        }
        BrokerSettings broker = home.settings("hub.broker", BrokerSettings.class);
        if (!broker.url().isBlank()) {
            new BrokerFiles(home.folder(), LogAccess.random()).write(partnership, broker);
            System.out.println("  made   config/broker/ and secrets/broker/, for the broker's administrator");
        }
    }

    /** Keys are made once, before anything is stored: later ones would open nothing of it. */
    private static KeyRing keys(HubProperties hub, DatabaseSettings settings) throws IOException {
        Path keystore = hub.dataDir().resolve("keystore.p12");
        if (Files.exists(keystore)) {
            return KeyRing.open(keystore, hub.passwordFile(), LogAccess.random());
        }
        if (Files.exists(hub.dataDir().resolve("postgres/data"))) {
            throw new CommandFailed("there is a database but no " + keystore
                    + ": put the keystore back that belongs to it; new keys could open nothing");
        }
        KeyRing keys = KeysConfiguration.make(keystore, hub.passwordFile(), LogAccess.random());
        System.out.println("  made   " + keystore);
        System.out.println(
                "  made   " + hub.passwordFile() + " (keep a copy of both, apart from the database's backups)");
        return keys;
    }

    private int published(HubProperties hub, DatabaseSettings settings, KeyRing keys) throws IOException {
        UserId first = lead(leads[0]);
        UserId second = lead(leads[1]);
        if (first.equals(second)) {
            throw new CommandFailed("a policy is published by two people; these are one");
        }
        Clock clock = Clock.systemUTC();
        Path drafts = hub.configDir().resolve("agreements");
        PolicyFiles files = PolicyFiles.read(drafts);
        if (!files.check(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).holds()) {
            throw new CommandFailed("the agreements do not prove: ./mash policy check " + drafts);
        }
        try {
            List<AgencyId> strangers = Partnership.load(hub.configDir().resolve("areas"))
                    .strangers(files.load().agencies());
            if (!strangers.isEmpty()) {
                throw new CommandFailed("no area has the agencies " + strangers + ", which have agreements in " + drafts
                        + ": what they ask would hold for nobody");
            }
            FirstPublish.Outcome outcome =
                    new FirstPublish(hub, settings, clock, LogAccess.random()).run(keys, files, first, second);
            System.out.println(
                    outcome.now()
                            ? "Published: the agreements "
                                    + outcome.hash().hex().substring(0, 16)
                            : "A policy is published already; the next ones are published at the hub, page /policy.");
        } catch (PolicyRefused e) {
            throw new CommandFailed("the agreements do not load: " + e.getMessage());
        } catch (IllegalStateException e) {
            throw new CommandFailed("nothing was published: " + e.getMessage());
        } catch (SQLException | DataAccessException e) {
            throw new CommandFailed("the database is not ready: " + InnerFault.words(e) + ". ./mash check " + folder
                    + " says more; then run this again.");
        }
        System.out.println("Start it: ./mash run --config " + folder);
        return 0;
    }

    private static UserId lead(String subject) {
        try {
            return UserId.of(subject);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("--ig-lead is the subject (sub) of a person's sign-in, a UUID");
        }
    }
}
