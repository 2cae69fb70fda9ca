package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.mashhub.hub.proof.KeyChange;
import uk.mashhub.hub.proof.LogRefused;
import uk.mashhub.hub.setup.Home;
import uk.mashhub.hub.setup.InnerFault;
import uk.mashhub.hub.storage.KeyMissing;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.wiring.DatabaseSettings;
import uk.mashhub.hub.wiring.HubKeys;
import uk.mashhub.hub.wiring.HubProperties;

/** The keys of a hub: which there are, and new ones. */
@Command(
        name = "keys",
        description = "The keys of a hub: which there are and since when; new ones. Never a key itself.")
final class KeysCommand {
    @Command(
            name = "list",
            description = "Every key by name, use, algorithm, epoch, day, and whether it can be renewed.")
    int list(
            @Option(names = "--config", required = true, paramLabel = "DIR", description = "the hub's folder")
                    Path folder) {
        SortedMap<String, Instant> keys = keys(properties(home(folder))).list();
        String line = "%-44s %5s  %-10s  %-28s %-45s %s%n";
        System.out.printf(line, "KEY", "EPOCH", "MADE", "ALGORITHM", "USE", "CAN BE RENEWED");
        keys.forEach((alias, made) -> {
            KeyWords words = KeyWords.of(alias);
            System.out.printf(
                    line,
                    words.name(),
                    words.epoch(),
                    LocalDate.ofInstant(made, ZoneOffset.UTC),
                    words.algorithm(),
                    words.use(),
                    words.renewal());
        });
        return 0;
    }

    @Command(
            name = "rotate",
            description = {
                "Makes a new key for what is sealed for a holder from now on, while the hub runs. What is sealed already stays",
                "readable under its old key: an erasure alone destroys one. Two people ask for it, and the log says so."
            })
    int rotate(
            @Option(names = "--config", required = true, paramLabel = "DIR", description = "the hub's folder")
                    Path folder,
            @Option(names = "--holder", required = true, paramLabel = "NAME", description = "as keys list names it")
                    String holder,
            @Option(
                            names = "--by",
                            required = true,
                            arity = "1",
                            paramLabel = "NAME",
                            description = "who asks for it; given twice, for two people")
                    String[] by,
            @Option(names = "--reason", required = true, description = "why, in a line") String reason) {
        if (by.length != 2) {
            throw new CommandFailed("a key is changed by two people: --by NAME --by NAME");
        }
        Home home = home(folder);
        HubProperties hub = properties(home);
        KeyRing keys = keys(hub);
        try {
            refuseOthers(keys, holder);
            long epoch = new HubKeys(
                            hub,
                            home.settings("hub.database", DatabaseSettings.class),
                            keys,
                            Clock.systemUTC(),
                            LogAccess.random())
                    .change(new KeyChange(holder, by[0], by[1], reason));
            System.out.println("  made   the key of " + holder + ", epoch " + epoch);
            System.out.println("Take a copy of the keystore now: what is sealed from here on opens with no older one");
            return 0;
        } catch (IllegalArgumentException
                | IllegalStateException
                | LogRefused
                | DataAccessException
                | SQLException
                | IOException e) {
            throw new CommandFailed("no key was changed: " + InnerFault.words(e));
        }
    }

    /** Some keys cannot be renewed, and it is better to hear why than that there is no such holder. */
    private static void refuseOthers(KeyRing keys, String name) {
        List<KeyWords> named = keys.list().keySet().stream()
                .map(KeyWords::of)
                .filter(words -> words.name().equalsIgnoreCase(name))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("there is no key of " + name + ": see ./mash keys list");
        }
        if (named.stream().noneMatch(words -> words.renewal().equals(KeyWords.ONLINE))) {
            throw new IllegalArgumentException(
                    name + " cannot be renewed, " + named.get(0).renewal());
        }
    }

    private static Home home(Path folder) {
        try {
            return Home.open(Places.named(folder));
        } catch (IOException e) {
            throw new CommandFailed(InnerFault.words(e));
        }
    }

    private static HubProperties properties(Home home) {
        try {
            return home.settings("hub", HubProperties.class);
        } catch (IOException e) {
            throw new CommandFailed(InnerFault.words(e));
        }
    }

    private static KeyRing keys(HubProperties hub) {
        try {
            return KeyRing.open(hub.dataDir().resolve("keystore.p12"), hub.passwordFile(), LogAccess.random());
        } catch (KeyMissing e) {
            throw new CommandFailed(InnerFault.words(e));
        }
    }
}
