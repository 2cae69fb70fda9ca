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
import uk.mashhub.hub.backup.Backup;
import uk.mashhub.hub.backup.HomeFiles;
import uk.mashhub.hub.setup.Home;
import uk.mashhub.hub.setup.InnerFault;
import uk.mashhub.hub.storage.KeyMissing;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.wiring.DatabaseSettings;
import uk.mashhub.hub.wiring.HubBackup;
import uk.mashhub.hub.wiring.HubProperties;
import uk.mashhub.log.Ed25519Signer;

/** Puts a backup back. Everything is looked at before anything is touched, and nothing that is there is overwritten. */
@Command(
        name = "restore",
        description = {
            "Looks a backup through, and puts it back into an empty database.",
            "Put the keystore and its password back first. Files that are there stay as they are."
        })
final class RestoreCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "DIR", description = "the hub's folder, or a new one")
    private Path folder = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "BACKUP", description = "a folder that backup has made")
    private Path from = Path.of("");

    @Option(names = "--check", description = "only look whether the backup is whole and this hub's")
    private boolean check;

    @Override
    public Integer call() {
        folder = Places.named(folder);
        from = Places.named(from);
        try {
            Backup backup = Backup.open(from, publicKey());
            System.out.println(
                    "Whole: " + from + ", taken at " + backup.manifest().at());
            if (!check) {
                putBack(backup);
            }
            return 0;
        } catch (HubBackup.PutBackAlready e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        } catch (IOException | SQLException | DataAccessException | KeyMissing e) {
            throw new CommandFailed("nothing was put into the database: " + InnerFault.words(e));
        }
    }

    /** Of the log's key, in whose name the backup is signed. */
    private byte[] publicKey() throws IOException {
        boolean made = Files.exists(folder.resolve("hub.yaml"));
        HubProperties hub = made
                ? Home.open(folder).settings("hub", HubProperties.class)
                // Where ./mash init puts them.
                : new HubProperties(
                        folder.resolve("data"), folder.resolve("config"), folder.resolve("secrets/keystore.password"));
        return new Ed25519Signer(keys(hub).secret(KeyUse.LOG_SIGNING)).publicKey();
    }

    private static KeyRing keys(HubProperties hub) {
        return KeyRing.open(hub.dataDir().resolve("keystore.p12"), hub.passwordFile(), LogAccess.random());
    }

    private void putBack(Backup backup) throws IOException, SQLException {
        boolean made = HomeFiles.settings(folder, backup);
        try {
            putBackInto(backup);
        } catch (IOException | SQLException | RuntimeException e) {
            if (made && !(e instanceof HubBackup.PutBackAlready)) {
                // It only told where the database is.
                Files.deleteIfExists(folder.resolve("hub.yaml"));
            }
            throw e;
        }
        if (made) {
            System.out.println("  made   hub.yaml, as it was: change in it what is elsewhere now");
        }
        System.out.println("Start it: ./mash run --config " + folder);
    }

    private void putBackInto(Backup backup) throws IOException, SQLException {
        Home home = Home.open(folder);
        HubProperties hub = home.settings("hub", HubProperties.class);
        DatabaseSettings database = home.settings("hub.database", DatabaseSettings.class);
        HubBackup.Back back = new HubBackup(hub, database, keys(hub), Clock.systemUTC(), LogAccess.random())
                .putBack(backup, home.folder());
        back.stayed().forEach(name -> System.out.println("  kept   " + name + ", which is another than in the backup"));
        System.out.println("Put back: the log has " + back.contents().entries() + " entries");
        if (back.darkened() > 0) {
            System.out.println("  " + back.darkened()
                    + " keys that an erasure had destroyed were in this keystore again: they are destroyed again");
        }
        System.out.println("  " + back.contents().unsent()
                + " messages are sent when the hub starts. Some may have been sent since: whoever gets them knows them by"
                + " their ids");
        System.out.println(
                "  " + back.contents().unanswered()
                        + " questions wait for an answer. Answers that came since are lost with the rest: the screens offer to ask again");
        System.out.println("  The sharing of all " + back.stopped()
                + " agencies is stopped, until two people of each lift it at /sharing. What was withdrawn after the backup is"
                + " in force again: stops, conflicts, recalls, holds, agreements, overrides, safety flags, links, stricter"
                + " agreements. Say it again first");
        lost(back.kept(), hub);
    }

    private static void lost(Optional<Long> lost, HubProperties hub) {
        if (lost.filter(entries -> entries == 0).isPresent()) {
            System.out.println(
                    "The head of the log that is kept here is not newer than the backup: nothing of the log is lost");
            return;
        }
        System.out.println(lost.map(entries ->
                        "The newest " + entries + " entries of the log are lost, and what they tell of. The hub"
                                + " starts, says which, and does nothing until two people accept it:")
                .orElse("No head of the log is kept here: unless the agencies' witnesses tell, nobody knows what is"
                        + " lost. The hub asks them when it starts, and does nothing until two people accept it:"));
        System.out.println("  ./mash log accept-restore --data " + hub.dataDir() + " --password-file "
                + hub.passwordFile() + " --by NAME --by NAME --reason WHY");
    }
}
