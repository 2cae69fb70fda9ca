package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.mashhub.hub.setup.Home;
import uk.mashhub.hub.setup.InnerFault;
import uk.mashhub.hub.storage.KeyMissing;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.wiring.DatabaseSettings;
import uk.mashhub.hub.wiring.HubBackup;
import uk.mashhub.hub.wiring.HubProperties;

/** Takes a backup of a hub, which may be running. */
@Command(
        name = "backup",
        description = {
            "Copies what a hub remembers into a new folder: rows as they lie in the database, sealed, and its settings.",
            "Keys are not among it: whoever has both reads everything."
        })
final class BackupCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "DIR", description = "the hub's folder")
    private Path folder = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "folder that holds backups")
    private Path to = Path.of("");

    @Option(
            names = "--keys-to",
            paramLabel = "DIR",
            description = "another place, for a copy of the keystore; its password is never copied")
    private Optional<Path> keysTo = Optional.empty();

    @Override
    public Integer call() throws IOException {
        folder = Places.named(folder);
        to = Places.named(to);
        Optional<Path> keysPlace = keysTo.map(Places::named);
        if (keysPlace.filter(this::together).isPresent()) {
            throw new CommandFailed("keys do not lie beside a backup: name another place, best another machine's");
        }
        try {
            Home home = Home.open(folder);
            HubProperties hub = home.settings("hub", HubProperties.class);
            Path keystore = hub.dataDir().resolve("keystore.p12");
            KeyRing keys = KeyRing.open(keystore, hub.passwordFile(), LogAccess.random());
            HubBackup.Taken taken = new HubBackup(
                            hub,
                            home.settings("hub.database", DatabaseSettings.class),
                            keys,
                            Clock.systemUTC(),
                            LogAccess.random())
                    .take(home.folder(), to);
            say(taken);
            keys(keystore, keysPlace);
            return 0;
        } catch (IOException | SQLException | DataAccessException | KeyMissing e) {
            throw new CommandFailed("no backup was taken: " + InnerFault.words(e));
        }
    }

    private boolean together(Path keys) {
        Path backups = to.toAbsolutePath().normalize();
        Path other = keys.toAbsolutePath().normalize();
        return other.startsWith(backups) || backups.startsWith(other);
    }

    private static void say(HubBackup.Taken taken) {
        System.out.println("Taken: " + taken.folder());
        System.out.println("  the log in it has " + taken.contents().entries() + " entries");
        System.out.println("  " + taken.contents().unsent() + " messages wait in it to be sent, "
                + taken.contents().unanswered() + " questions to be answered");
        System.out.println("  not in it: keys, secrets/, and what lies in the broker's queues");
    }

    private static void keys(Path keystore, Optional<Path> place) throws IOException {
        if (place.isPresent()) {
            Path copy = OwnerOnly.folder(place.get()).resolve("mash-keystore.p12");
            OwnerOnly.replace(copy, Files.readAllBytes(keystore));
            System.out.println("Keys:  " + copy + ", without its password, in place of the copy before");
        } else {
            System.out.println("Keys:  not copied. Without " + keystore + " and its password the backup opens nothing");
        }
        System.out.println(
                "       Keep the password in a third place. After each erasure take a new backup and a new copy of the"
                        + " keys, and destroy every older copy of them: with it and an older backup all that was erased is readable");
    }
}
