package uk.mashhub.hub.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.intake.Digests;
import uk.mashhub.hub.storage.SettingsStore;
import uk.mashhub.log.Act;

/**
 * Says in the log when the hub started over a log that it had verified, and when the partnership's configuration or the set of
 * keys is another than the log last said of this instance, and that a restore has stopped all sharing. Agreements are not part of
 * that: of them, what two people publish counts.
 */
public final class SettingsLog {
    /** The keys are the database's, whichever instance looks. */
    private static final String OF_ALL = "";

    private final SettingsStore store;
    private final String instance;
    private final List<Path> configured;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final AtomicBoolean started = new AtomicBoolean();

    /**
     * One of an instance.
     *
     * @param instance which of those that share the database: each is compared with what it said itself, as two may be
     *     configured otherwise for a while
     * @param configured files, and folders of files
     */
    public SettingsLog(
            SettingsStore store,
            String instance,
            List<Path> configured,
            Audit audit,
            TransactionTemplate transactions) {
        this.store = store;
        this.instance = instance;
        this.configured = List.copyOf(configured);
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Looks, and writes what is new. Called again, it goes on where something was away. */
    public void run() {
        transactions.executeWithoutResult(status -> {
            if (!started.get()) {
                // Nothing is logged before the whole log was found to be the one that was signed.
                audit.noted(Act.START, Audit.HUB, "VERIFIED", List.of(Audit.claim("settings", of(configured))));
            }
            compare(instance, Act.CONFIGURATION, of(configured));
            compare(OF_ALL, Act.KEYS, store.keys());
            String stops = store.restoreStops();
            if (!stops.isEmpty()) {
                compare(OF_ALL, Act.SHARING_STOP, stops);
            }
        });
        started.set(true);
    }

    /** SHA-256, 64 hex digits. */
    public static String digest(String settings) {
        return HexFormat.of().formatHex(Digests.of(settings.getBytes(StandardCharsets.UTF_8)));
    }

    private void compare(String whose, Act act, String settings) {
        String digest = digest(settings);
        Optional<String> before = store.logged(whose, act.name());
        if (!before.equals(Optional.of(digest))) {
            String word = act == Act.SHARING_STOP ? "STOPPED" : before.isPresent() ? "CHANGED" : "FIRST";
            audit.noted(act, Audit.HUB, word, List.of(Audit.claim("settings", settings)));
            store.log(whose, act.name(), digest);
        }
    }

    /** The name and SHA-256 of each file, one a line, sorted. */
    public static String of(List<Path> configured) {
        return configured.stream().flatMap(SettingsLog::files).sorted().collect(Collectors.joining("\n"));
    }

    private static Stream<String> files(Path root) {
        if (!Files.exists(root)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found
                    .filter(Files::isRegularFile)
                    .map(f -> root.getFileName() + "/" + root.relativize(f) + " " + digest(f))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(Digests.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
