package uk.mashhub.hub.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.intake.ContactReader;
import uk.mashhub.hub.intake.Digests;
import uk.mashhub.hub.intake.Receipts;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/**
 * The one chain behind every HTTP door: may this principal send this here, can it be read, is it known; then sealed and
 * sent durably to the hub's intake, and only then answered. What cannot be read is sent too, so that the hub keeps it whole
 * and its clock starts (ruling 26); only the sender learns of it at once.
 */
public final class FrontDoor {
    private final Senders senders;
    private final ContactReader reader;
    private final KnownMessages known;
    private final Receipts receipts;
    private final IntakeQueue queue;
    private final Clock clock;

    public FrontDoor(
            Senders senders,
            ContactReader reader,
            KnownMessages known,
            Receipts receipts,
            IntakeQueue queue,
            Clock clock) {
        this.senders = senders;
        this.reader = reader;
        this.known = known;
        this.receipts = receipts;
        this.queue = queue;
        this.clock = clock;
    }

    /** Whether a principal is a feed that may send a format. */
    public boolean maySend(Principal principal, String format) {
        return sender(principal, format).isPresent();
    }

    /** Takes a message of an authenticated principal. */
    public Admission admit(Principal principal, MessageId id, String format, byte[] body) {
        Optional<Sender> sender = sender(principal, format);
        return sender.isEmpty() ? new Admission.NotYours() : admit(sender.get(), id, format, body);
    }

    /** Takes note of a message of which the door has read no more than that it is too large. */
    public Admission tooLarge(Principal principal, MessageId id, String format) {
        Optional<Sender> sender = sender(principal, format);
        if (sender.isEmpty()) {
            return new Admission.NotYours();
        }
        Unreadable fault = new Unreadable(Unreadable.Fault.TOO_LARGE, "message", "larger than 10 MiB");
        return queue.send(notKept(sender.get(), id, fault.fault()))
                ? new Admission.Faulty(fault)
                : new Admission.Closed();
    }

    /** Why a body cannot be read; empty if it can. Nothing is sent. */
    public Optional<Unreadable> fault(Principal principal, String format, byte[] body) {
        return sender(principal, format).flatMap(s -> fault(s, format, body, clock.instant()));
    }

    private Admission admit(Sender sender, MessageId id, String format, byte[] body) {
        Instant at = clock.instant();
        boolean conflict = known.conflicts(sender.principal(), id, Digests.of(body));
        Optional<Unreadable> fault = fault(sender, format, body, at);
        if (!queue.send(message(sender, id, format, at, body, fault))) {
            return new Admission.Closed();
        }
        if (conflict) {
            return new Admission.Conflicting();
        }
        return fault.isPresent()
                ? new Admission.Faulty(fault.get())
                : new Admission.Accepted(receipts.of(sender.principal(), id, Digests.of(body)));
    }

    private IntakeMessage message(
            Sender sender, MessageId id, String format, Instant at, byte[] body, Optional<Unreadable> fault) {
        if (fault.filter(f -> f.fault() == Unreadable.Fault.CLASSIFIED_TOO_HIGH).isPresent()) {
            return notKept(sender, id, Unreadable.Fault.CLASSIFIED_TOO_HIGH);
        }
        return new IntakeMessage(
                id,
                sender.source().id(),
                format,
                at,
                sender.principal().value(),
                Base64.getEncoder().encodeToString(body));
    }

    private IntakeMessage notKept(Sender sender, MessageId id, Unreadable.Fault fault) {
        IntakeMessage empty = IntakeMessage.notKept(id, sender.source().id(), fault, clock.instant());
        return new IntakeMessage(
                empty.messageId(),
                empty.source(),
                empty.format(),
                empty.receivedAt(),
                sender.principal().value(),
                empty.bodyBase64());
    }

    private Optional<Unreadable> fault(Sender sender, String format, byte[] body, Instant at) {
        try {
            reader.read(format, body, new Received(sender.source().id(), at));
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of(e);
        }
    }

    private Optional<Sender> sender(Principal principal, String format) {
        return senders.of(principal)
                .filter(s -> s.source().use() == Source.Use.FEED)
                .filter(s -> s.source().formats().contains(format));
    }
}
