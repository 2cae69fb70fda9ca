package uk.mashhub.hub.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.LockedFile;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.log.Claim;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.LogFinding;
import uk.mashhub.log.Logged;
import uk.mashhub.log.Lost;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;

/**
 * The way back after a restore: once two people have accepted what is lost ({@code ./mash log accept-restore}), the log goes on
 * with a BREAK entry that names the lost places for everybody who ever reads the log. A crash on the way leaves it to be done
 * again, or finds it done.
 */
public final class Restoring {
    /** Where the command leaves the acceptance, beside the checkpoint. */
    public static final String FILE = "accept-restore";

    private final LogGuard guard;
    private final NoteKey key;
    private final DisclosureLog log;
    private final PgEntryStore entries;
    private final SaltStore salts;
    private final TransactionTemplate transactions;
    private final Path folder;

    /** @param log over the key itself: the guard still holds back what others sign with */
    public Restoring(
            LogGuard guard,
            NoteKey key,
            DisclosureLog log,
            PgEntryStore entries,
            SaltStore salts,
            TransactionTemplate transactions,
            Path folder) {
        this.guard = guard;
        this.key = key;
        this.log = log;
        this.entries = entries;
        this.salts = salts;
        this.transactions = transactions;
        this.folder = folder;
    }

    /** Goes on if a restore was found and two people have accepted exactly that. */
    public void run() {
        Optional<Lost> lost = guard.finding().flatMap(LogFinding::lost);
        boolean taken = guard.refusal().isEmpty() && Files.exists(folder.resolve(FILE));
        if (lost.isEmpty() && !taken) {
            return;
        }
        try {
            // Of several hubs one goes on, and the others find that it has.
            LockedFile.alone(folder.resolve(FILE + ".lock"), () -> {
                if (lost.isPresent()) {
                    run(lost.get());
                } else {
                    putAway();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Lost lost) throws IOException {
        Path file = folder.resolve(FILE);
        Path done = folder.resolve(FILE + "-" + lost.to());
        if (Files.exists(file)) {
            Optional<Acceptance> acceptance = word(lost);
            if (acceptance.isPresent()) {
                // Another hub may have gone on with it and died before it could say so.
                if (guard.look().flatMap(LogFinding::lost).filter(lost::equals).isPresent()) {
                    Lost whole = guard.giveUp(lost);
                    transactions.executeWithoutResult(status -> write(whole, acceptance.get()));
                }
                Files.move(file, done, StandardCopyOption.ATOMIC_MOVE);
                guard.look();
            }
        } else if (Files.exists(done)) {
            guard.look();
        }
    }

    /** Two people's word that exactly this is lost. */
    private Optional<Acceptance> word(Lost lost) throws IOException {
        Optional<String> root = root(lost);
        return Acceptance.read(Files.readAllBytes(folder.resolve(FILE)), key)
                .filter(word -> word.size() == lost.to() && root.equals(Optional.of(word.root())));
    }

    /** Where nobody knows what was lost, people accept it by the backup's own head. */
    private Optional<String> root(Lost lost) throws IOException {
        return lost.root().isPresent()
                ? lost.root()
                : new HeadFile(folder)
                        .restored()
                        .flatMap(note -> Checkpoint.signed(note, key))
                        .map(head -> HexFormat.of().formatHex(head.root()));
    }

    /** A hub that went on and died could not say so: the word of two people must not wait for another loss. */
    private void putAway() throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        for (Lost lost : guard.losses().named()) {
            if (word(lost).isPresent()) {
                Files.move(file, folder.resolve(FILE + "-" + lost.to()), StandardCopyOption.ATOMIC_MOVE);
                return;
            }
        }
    }

    private void write(Lost lost, Acceptance acceptance) {
        try {
            List<Claim> claims = List.of(new Claim("grounds", acceptance.claim(key)));
            Logged logged = log.append(Draft.ofLoss(Holders.HUB, guard.goingOn(lost), claims));
            entries.placeNext(logged.entryId());
            salts.keep(logged.entryId(), Holders.HUB, logged.salts());
            new HeadFile(folder).accepting(lost, logged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
