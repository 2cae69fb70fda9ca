package uk.mashhub.hub.governance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.api.Admission;
import uk.mashhub.hub.api.FrontDoor;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.intake.IntakeSeal;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.storage.Retrying;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.model.id.Principal;

/** Opens, mends and replays what waits in quarantine; each is in the log before it is done (ruling 26). */
public final class QuarantineDesk {
    private static final String WAITING = "WAITING";
    private static final String REPLAYED = "REPLAYED";

    private static final Unreadable NOT_YOURS = new Unreadable(
            Unreadable.Fault.NOT_VALID, "sender", "the sender may not send for this source or in this format");

    private static final Unreadable NO_ANSWER = new Unreadable(
            Unreadable.Fault.NOT_VALID, "answer", "this is no answer to a question that was put to the source");

    private static final Replay NOTHING = new Replay(false, Optional.empty(), false);

    private final QuarantineStore store;
    private final QuarantineAccess access;
    private final IntakeSeal seal;
    private final Senders senders;
    private final FrontDoor door;
    private final AnswerDoor answers;
    private final ReferralJourney journey;
    private final Audit audit;
    private final Retrying transactions;
    private final Clock clock;

    public QuarantineDesk(
            QuarantineStore store,
            QuarantineAccess access,
            IntakeSeal seal,
            Senders senders,
            FrontDoor door,
            AnswerDoor answers,
            ReferralJourney journey,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.seal = seal;
        this.senders = senders;
        this.door = door;
        this.answers = answers;
        this.journey = journey;
        this.audit = audit;
        this.transactions = new Retrying(transactions);
        this.clock = clock;
    }

    /** What waits and this reader may see; no content. The list is an opening of what it shows, and logged (ruling 2). */
    List<QuarantineStore.Kept> waiting(Reader reader) {
        List<QuarantineStore.Kept> listed = transactions.execute(status -> {
            List<QuarantineStore.Kept> waiting = store.list(WAITING).stream()
                    .filter(kept -> access.may(reader, kept.row()))
                    .toList();
            List<Claim> lines = new ArrayList<>();
            waiting.forEach(kept ->
                    lines.add(Claim.line(lines.size() + 1, kept.id().toString().getBytes(StandardCharsets.UTF_8))));
            audit.noted(Act.OPENING, reader.who(), "LIST", lines);
            return waiting;
        });
        return listed == null ? List.of() : listed;
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

    /** Sends the mended text through the same door, as from the same sender. */
    Replay replay(Reader reader, UUID id, String mended) {
        Replay done = transactions.execute(status -> {
            Replay replay = find(reader, id)
                    .filter(QuarantineStore.Kept::hasBody)
                    .flatMap(kept -> store.open(id)
                            .flatMap(body -> replay(reader, kept, body, mended.getBytes(StandardCharsets.UTF_8))))
                    .orElse(NOTHING);
            if (!replay.found() || replay.closed() || replay.fault().isPresent()) {
                status.setRollbackOnly();
            }
            return replay;
        });
        return done == null ? NOTHING : done;
    }

    private Optional<Replay> replay(Reader reader, QuarantineStore.Kept kept, byte[] body, byte[] mended) {
        return isAnswer(kept)
                ? senders.of(kept.row().principal()).map(sender -> replay(reader, kept.id(), sender, mended))
                : contact(kept, body).map(contact -> replay(reader, kept.id(), contact, mended));
    }

    private Replay replay(Reader reader, UUID id, Sender sender, byte[] mended) {
        Optional<AnswerDoor.SentAnswer> answer = answers.mended(sender, mended);
        if (answer.isEmpty()) {
            return new Replay(true, Optional.of(NO_ANSWER), false);
        }
        if (!settled(reader, id, mended)) {
            return NOTHING;
        }
        journey.answered(answer.get());
        return new Replay(true, Optional.empty(), false);
    }

    private Replay replay(Reader reader, UUID id, IntakeMessage contact, byte[] mended) {
        Principal sender = new Principal(contact.onBehalfOf());
        Optional<Unreadable> fault = door.maySend(sender, contact.format())
                ? door.fault(sender, contact.format(), mended)
                : Optional.of(NOT_YOURS);
        if (fault.isPresent()) {
            return new Replay(true, fault, false);
        }
        if (!settled(reader, id, mended)) {
            return NOTHING;
        }
        Admission said = door.admit(sender, Quarantine.replayOf(id), contact.format(), mended);
        return new Replay(true, Optional.empty(), !(said instanceof Admission.Accepted));
    }

    /** False if somebody else was faster. */
    private boolean settled(Reader reader, UUID id, byte[] mended) {
        if (!store.settle(id, WAITING, REPLAYED, clock.instant())) {
            return false;
        }
        note(Act.REPLAY, reader, id, List.of(new Claim("content", mended)));
        return true;
    }

    private static boolean isAnswer(QuarantineStore.Kept kept) {
        return kept.row().address().equals(Addresses.ANSWERS);
    }

    private void note(Act act, Reader reader, UUID id, List<Claim> claims) {
        List<Claim> all = new ArrayList<>(claims);
        all.add(Audit.claim("message", id));
        audit.noted(act, reader.who(), "ALLOW", all);
    }

    private QuarantinedMessage message(QuarantineStore.Kept kept, byte[] body) {
        if (isAnswer(kept)) {
            String text = new String(answers.legible(body), StandardCharsets.UTF_8);
            return new QuarantinedMessage(kept.id(), text, true);
        }
        Optional<IntakeMessage> contact = contact(kept, body);
        byte[] text =
                contact.map(c -> Base64.getDecoder().decode(c.bodyBase64())).orElse(body);
        return new QuarantinedMessage(kept.id(), new String(text, StandardCharsets.UTF_8), contact.isPresent());
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
