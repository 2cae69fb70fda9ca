package uk.mashhub.hub.governance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.vocabulary.Role;

/**
 * Who of the room's staff is on the conflict list, for those who answer for them. Who they are kept from is nowhere here,
 * and nobody reads or lifts a line about themselves (ruling 6). Taking somebody off takes two people (ruling 21).
 */
public final class ConflictDesk {
    private final ConflictStore store;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public ConflictDesk(ConflictStore store, Audit audit, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the list is there for a reader: decision makers answer for the room's staff. */
    public static boolean open(Reader reader) {
        return reader.role() == Role.DECISION_MAKER;
    }

    /**
     * A line, as its reader finds it.
     *
     * @param saidToLift whether somebody has said already that it should go
     * @param saidByReader whether that was the reader, who cannot be the second
     */
    public record Listed(ConflictStore.Line line, boolean saidToLift, boolean saidByReader) {}

    /** The lines that the reader may know of; the look is logged. */
    public List<Listed> lines(Reader reader) {
        List<Listed> lines = transactions.execute(status -> {
            List<Listed> found = store.lines(reader.area().code(), reader.who().user()).stream()
                    .map(line -> listed(line, reader.who().user()))
                    .toList();
            audit.noted(Act.OPENING, reader.who(), "CONFLICTS", List.of(Audit.claim("content", found)));
            return found;
        });
        return lines == null ? List.of() : lines;
    }

    private Listed listed(ConflictStore.Line line, UserId reader) {
        List<UserId> said = store.sayingToLift(line.id());
        return new Listed(line, !said.isEmpty(), said.contains(reader));
    }

    /**
     * The reader says that a line should go.
     *
     * @return whether it went; empty if there is no such line for the reader
     */
    public Optional<Boolean> lift(Reader reader, UUID id, String reason) {
        Optional<Boolean> lifted = transactions.execute(status ->
                store.lines(reader.area().code(), reader.who().user()).stream()
                        .filter(line -> line.id().equals(id))
                        .findFirst()
                        .map(line -> {
                            boolean gone = store.lift(id, reader.who().user(), clock.instant());
                            audit.noted(
                                    Act.CONFLICT,
                                    reader.who(),
                                    gone ? "LIFTED" : "LIFT_SAID",
                                    List.of(Audit.claim("content", line), Audit.claim("reason", reason)));
                            return gone;
                        }));
        return lifted == null ? Optional.empty() : lifted;
    }
}
