package uk.mashhub.hub.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.backup.NewestBackup;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.retention.RetentionSchedules;
import uk.mashhub.hub.storage.DestroyedKeys;
import uk.mashhub.hub.storage.KeyMissing;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.wiring.BrokerSettings;
import uk.mashhub.hub.wiring.DatabaseSettings;
import uk.mashhub.hub.wiring.HubProperties;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;
import uk.mashhub.policy.proof.CheckReport;

/** Whether a hub could start and work: everything it needs is looked at, one after the other, and nothing is changed. */
public final class Readiness {
    private static final long LITTLE_SPACE = 2L << 30;

    private final Home home;
    private final HubProperties hub;
    private final DatabaseSettings database;
    private final BrokerSettings broker;
    private final Clock clock;
    private final RandomSource random;

    /** @throws IOException if the settings are not as they should be */
    public Readiness(Home home, Clock clock, RandomSource random) throws IOException {
        this.home = home;
        this.hub = home.settings("hub", HubProperties.class);
        this.database = home.settings("hub.database", DatabaseSettings.class);
        this.broker = home.settings("hub.broker", BrokerSettings.class);
        this.clock = clock;
        this.random = random;
    }

    /** Looks at everything. */
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        found.add(areas());
        found.add(agreements());
        found.add(retention());
        found.add(keys());
        found.add(backup());
        found.add(space());
        found.addAll(new DatabaseReadiness(home, hub, database, clock).look());
        found.addAll(new BrokerReadiness(hub, broker).look());
        found.addAll(new OutsideReadiness(home, hub, clock).look());
        return found;
    }

    private Finding areas() {
        try {
            Partnership partnership = Partnership.load(hub.configDir().resolve("areas"));
            long agencies = partnership.areas().stream()
                    .mapToLong(a -> a.agencies().size())
                    .sum();
            long teams = partnership.areas().stream()
                    .mapToLong(a -> a.teams().size())
                    .sum();
            return Finding.ok(
                    "areas", partnership.areas().size() + ", with " + agencies + " agencies and " + teams + " teams");
        } catch (IOException | IllegalArgumentException e) {
            return Finding.no("areas", InnerFault.words(e));
        }
    }

    /** The drafts: what is in force is in the database. */
    private Finding agreements() {
        Path drafts = hub.configDir().resolve("agreements");
        try {
            PolicyFiles files = PolicyFiles.read(drafts);
            SharingPolicy policy = files.load();
            List<AgencyId> strangers =
                    Partnership.load(hub.configDir().resolve("areas")).strangers(policy.agencies());
            if (!strangers.isEmpty()) {
                return Finding.no("agreements", "no area has the agencies " + strangers + ", which have agreements");
            }
            int rules = policy.rules().size();
            CheckReport report = files.check(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            return report.holds()
                    ? Finding.ok("agreements", rules + " rules, every sentence about them proved")
                    : Finding.no(
                            "agreements", "not proved; ./mash policy check " + drafts + " says what is in the way");
        } catch (PolicyRefused | IOException | IllegalArgumentException e) {
            return Finding.no("agreements", InnerFault.words(e));
        }
    }

    private Finding retention() {
        try {
            RetentionSchedules.load(hub.configDir().resolve("retention.yaml"));
            return Finding.ok("retention", "every outcome has a schedule");
        } catch (IllegalArgumentException e) {
            return Finding.no("retention", InnerFault.words(e));
        }
    }

    private Finding keys() {
        Path keystore = hub.dataDir().resolve("keystore.p12");
        if (!Files.exists(keystore)) {
            return Finding.no("keys", "there is no " + keystore + "; ./mash init " + home.folder() + " makes one");
        }
        try {
            OwnerOnly.secret(hub.passwordFile());
            KeyRing.open(keystore, hub.passwordFile(), random);
            return Finding.ok("keys", keystore + " opens and holds every key that it must");
        } catch (KeyMissing | IOException e) {
            return Finding.no("keys", InnerFault.words(e));
        }
    }

    /** An erasure makes every older backup dark: until the next one there is nothing to put back. */
    private Finding backup() {
        String take = "./mash backup --config " + home.folder() + " --to DIR --keys-to DIR";
        try {
            Optional<NewestBackup> newest = NewestBackup.read(hub.dataDir());
            if (newest.isEmpty()) {
                return Finding.look("backup", "none was ever taken: " + take);
            }
            KeyRing keys = KeyRing.open(hub.dataDir().resolve("keystore.p12"), hub.passwordFile(), random);
            int destroyed = new DestroyedKeys(hub.dataDir().resolve("log"), keys).count();
            return newest.get().destroyed() == destroyed
                    ? Finding.ok("backup", "the newest is of " + newest.get().at())
                    : Finding.look(
                            "backup",
                            "an erasure has made every backup dark, the newest of "
                                    + newest.get().at() + " too: take one now, " + take);
        } catch (KeyMissing | IOException e) {
            return Finding.look("backup", InnerFault.words(e));
        }
    }

    private Finding space() {
        Path data = hub.dataDir();
        try {
            if (!Files.isWritable(data)) {
                return Finding.no("data", data + " cannot be written to");
            }
            long free = Files.getFileStore(data).getUsableSpace();
            String words = data + ", " + (free >> 30) + " GB free";
            return free < LITTLE_SPACE ? Finding.look("data", words) : Finding.ok("data", words);
        } catch (IOException e) {
            return Finding.no("data", InnerFault.words(e));
        }
    }
}
