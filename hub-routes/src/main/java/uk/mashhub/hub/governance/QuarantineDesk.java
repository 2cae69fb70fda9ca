package uk.mashhub.hub.governance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.api.Admission;
import uk.mashhub.hub.api.FrontDoor;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.intake.IntakeSeal;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/** Opens, mends and replays what waits in quarantine; each is in the log before it is done (ruling 26). */
public final class QuarantineDesk {
    private static final String WAITING = "WAITING";
    private static final String REPLAYED = "REPLAYED";

    private static final Unreadable NOT_YOURS = new Unreadable(
            Unreadable.Fault.NOT_VALID, "sender", "the sender may not send for this source or in this format");

    private final QuarantineStore store;
    private final QuarantineAccess access;
    private final IntakeSeal seal;
    private final Senders senders;
    private final FrontDoor door;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final RandomSource random;

    public QuarantineDesk(
            QuarantineStore store,
            QuarantineAccess access,
            IntakeSeal seal,
            Senders senders,
            FrontDoor door,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random) {
        this.store = store;
        this.access = access;
        this.seal = seal;
        this.senders = senders;
        this.door = door;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /** What waits and this reader may see; no content. */
    List<QuarantineStore.Kept> waiting(Reader reader) {
        return store.list(WAITING).stream()
                .filter(kept -> access.may(reader, kept.row()))
                .toList();
    }

    /** One of them; empty if there is none for this reader. */
    Optional<QuarantineStore.Kept> find(Reader reader, UUID id) {
        return store.find(id)
                .filter(kept -> kept.row().state().equals(WAITING))
                .filter(kept -> access.mayOpen(reader, kept.row()));
    }

    /** Opens the body of one; the reader and the reason are in the log first. */
    Optional<QuarantinedMessage> open(Reader reader, UUID id, String reason) {
        Optional<QuarantinedMessage> opened = transactions.execute(status -> find(reader, id)
                .filter(QuarantineStore.Kept::hasBody)
                .flatMap(kept -> {
                    note(Act.QUARANTINE_READ, reader, id, List.of(Audit.claim("reason", reason)));
                    return store.open(id).map(body -> message(kept, body));
                }));
        return opened == null ? Optional.empty() : opened;
    }

    /** What came of a replay. */
    record Replay(boolean found, Optional<Unreadable> fault, boolean closed) {}

    /** Sends the mended text through the same door, as from the same sender, under a new id. */
    Replay replay(Reader reader, UUID id, String mended) {
        Replay done = transactions.execute(status -> {
            Replay replay = find(reader, id)
                    .filter(QuarantineStore.Kept::hasBody)
                    .flatMap(kept -> store.open(id).map(body -> message(kept, body)))
                    .flatMap(QuarantinedMessage::contact)
                    .map(contact -> replay(reader, id, contact, mended.getBytes(StandardCharsets.UTF_8)))
                    .orElse(new Replay(false, Optional.empty(), false));
            if (!replay.found() || replay.closed() || replay.fault().isPresent()) {
                status.setRollbackOnly();
            }
            return replay;
        });
        return done == null ? new Replay(false, Optional.empty(), false) : done;
    }

    private Replay replay(Reader reader, UUID id, IntakeMessage contact, byte[] body) {
        Principal sender = new Principal(contact.onBehalfOf());
        Optional<Unreadable> fault = door.maySend(sender, contact.format())
                ? door.fault(sender, contact.format(), body)
                : Optional.of(NOT_YOURS);
        if (fault.isPresent()) {
            return new Replay(true, fault, false);
        }
        if (!store.settle(id, WAITING, REPLAYED, clock.instant())) {
            return new Replay(false, Optional.empty(), false);
        }
        MessageId name = new MessageId("replay-" + random.uuid());
        note(Act.REPLAY, reader, id, List.of(new Claim("content", body)));
        Admission said = door.admit(sender, name, contact.format(), body);
        return new Replay(true, Optional.empty(), !(said instanceof Admission.Accepted));
    }

    private void note(Act act, Reader reader, UUID id, List<Claim> claims) {
        List<Claim> all = new java.util.ArrayList<>(claims);
        all.add(Audit.claim("message", id));
        audit.noted(act, reader.who().user().toString(), "ALLOW", all);
    }

    private QuarantinedMessage message(QuarantineStore.Kept kept, byte[] body) {
        Optional<IntakeMessage> contact = contact(kept, body);
        byte[] text =
                contact.map(c -> Base64.getDecoder().decode(c.bodyBase64())).orElse(body);
        return new QuarantinedMessage(kept.id(), new String(text, StandardCharsets.UTF_8), contact);
    }

    /** The contact, with the principal that sent it in place of whatever the message itself says. */
    private Optional<IntakeMessage> contact(QuarantineStore.Kept kept, byte[] body) {
        Optional<IntakeMessage> message = plain(body).or(() -> seal.open(body));
        return message.filter(m -> m.faultAtTheDoor().isEmpty())
                .flatMap(m -> speaking(kept, m))
                .filter(m -> senders.of(new Principal(m.onBehalfOf())).isPresent());
    }

    private Optional<IntakeMessage> speaking(QuarantineStore.Kept kept, IntakeMessage m) {
        try {
            Principal sender = senders.speaking(kept.row().principal(), m.onBehalfOf());
            return Optional.of(new IntakeMessage(
                    m.messageId(), m.source(), m.format(), m.receivedAt(), sender.value(), m.bodyBase64()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<IntakeMessage> plain(byte[] body) {
        try {
            return Optional.of(ModelJson.read(body, IntakeMessage.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
