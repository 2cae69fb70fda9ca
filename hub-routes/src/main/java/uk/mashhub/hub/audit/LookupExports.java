package uk.mashhub.hub.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.LogExportStore;
import uk.mashhub.hub.storage.LogExportStore.Form;
import uk.mashhub.hub.storage.Reading;
import uk.mashhub.log.Claim;
import uk.mashhub.log.Logged;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;

/**
 * Exports of a search of the log. The entry commits to the file; the file leaves the room when the log proves the entry, with
 * its receipt, once, and only to whoever asked for it (ruling 23).
 */
public final class LookupExports {
    /** How many lines an export has at most: whoever needs more asks for fewer days. */
    static final int MOST = 5000;

    private final LookupDoor door;
    private final LogExportStore store;
    private final LogReceipts receipts;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final RandomSource random;
    private final Duration kept;

    /** @param kept how long one waits to be fetched */
    public LookupExports(
            LookupDoor door,
            LogExportStore store,
            LogReceipts receipts,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random,
            Duration kept) {
        this.kept = kept;
        this.door = door;
        this.store = store;
        this.receipts = receipts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Begins an export.
     *
     * @param reason why the content is needed
     * @return by which it is fetched
     * @throws NoSearch in words for the reader, if a field is not of its form or there is too much
     */
    public UUID begin(SignedIn who, Area area, LookupSearch asked, String reason, Form form) {
        List<LookupDoor.Line> lines = door.all(who, area, asked, reason, MOST);
        byte[] content = LookupFile.content(form, lines);
        AgencyId agency = area.team(who.team()).orElseThrow().agency();
        UUID id = random.uuid();
        transactions.executeWithoutResult(status -> {
            Logged entry = audit.exported(
                    who,
                    form.name(),
                    List.of(
                            new Claim("query", ModelJson.write(asked.fields())),
                            Audit.claim("reason", reason),
                            Claim.line(1, content)));
            store.keep(
                    new LogExportStore.Waiting(id, entry.entryId(), who.user(), form, ids(lines), content),
                    Holders.agency(agency),
                    clock.instant());
        });
        return id;
    }

    /**
     * An export that may leave.
     *
     * @param file empty while the log does not prove its entry yet
     */
    public record Fetched(Form form, Optional<byte[]> file) {
        public Fetched {
            Objects.requireNonNull(form, "form");
            Objects.requireNonNull(file, "file");
        }

        @Override
        public String toString() {
            return "Fetched[" + form + "]";
        }
    }

    /**
     * Fetches an export; empty if there is none of that id for the user, if it was fetched, or if what it was made of is no
     * longer there for the user as it was: a conflict, another team, somebody who is kept apart since. The proof is asked for
     * first; then it is locked, compared and taken in one transaction, the reader's.
     */
    public Optional<Fetched> fetch(SignedIn who, UUID id) {
        Optional<LogExportStore.Waiting> found =
                inTransaction(() -> store.find(id, who.user(), clock.instant().minus(kept)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        LogExportStore.Waiting waiting = found.get();
        Optional<byte[]> proof = inTransaction(() -> receipts.ofEntry(waiting.entryId()));
        return door.again(who, waiting.lines(), (reading, lines) -> handedOver(reading, who, waiting, lines, proof));
    }

    private static Optional<Fetched> handedOver(
            Reading reading,
            SignedIn who,
            LogExportStore.Waiting waiting,
            List<LookupDoor.Line> lines,
            Optional<byte[]> proof) {
        boolean same = stands(waiting, lines);
        if (same && proof.isEmpty()) {
            return Optional.of(new Fetched(waiting.form(), Optional.empty()));
        }
        boolean taken = reading.take(waiting.id(), who.user());
        return same && taken
                ? Optional.of(new Fetched(
                        waiting.form(), proof.map(p -> LookupFile.file(waiting.form(), waiting.content(), p))))
                : Optional.empty();
    }

    /** Whether the same file would be made of the same lines now. */
    private static boolean stands(LogExportStore.Waiting waiting, List<LookupDoor.Line> lines) {
        Map<UUID, LookupDoor.Line> now =
                lines.stream().collect(Collectors.toMap(l -> l.row().id(), Function.identity()));
        List<LookupDoor.Line> inOrder = waiting.lines().stream()
                .flatMap(row -> Optional.ofNullable(now.get(row)).stream())
                .toList();
        return Arrays.equals(waiting.content(), LookupFile.content(waiting.form(), inOrder));
    }

    private <T> Optional<T> inTransaction(Supplier<Optional<T>> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private static List<UUID> ids(List<LookupDoor.Line> lines) {
        return lines.stream().map(l -> l.row().id()).toList();
    }
}
