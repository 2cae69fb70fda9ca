package uk.mashhub.hub.intake;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.QuarantineRow;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.log.Act;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/**
 * Where a message that cannot be processed sits whole, encrypted for its sender's agency, until a person mends and replays
 * it (ruling 26). Above OFFICIAL-SENSITIVE the body is not kept.
 */
public final class Quarantine {
    /** Holds what no agency is known to have sent. */
    private static final AgencyId HUB = new AgencyId("hub");

    /** The fault of a message on which the hub itself failed. */
    public static final String HUB_FAULT = "HUB_FAULT";

    private static final String WAITING = "WAITING";
    private static final String REPLAY = "replay-";
    private static final Pattern REPLAYED =
            Pattern.compile(REPLAY + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    private final QuarantineStore store;
    private final Audit audit;
    private final Clock clock;

    public Quarantine(QuarantineStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A message that was not sealed for this hub. */
    public void unopenable(Principal transport, byte[] sealed) {
        add(
                transport,
                HUB,
                "UNOPENABLE",
                "message",
                "not sealed for this hub's address",
                sealed,
                true,
                Addresses.INTAKE);
    }

    /** A message of a source or in a format that its principal may not send. */
    void notYours(Principal principal, IntakeMessage message) {
        add(
                principal,
                HUB,
                "NOT_YOURS",
                "principal",
                "the sender may not send for this source or in this format",
                ModelJson.write(message),
                true,
                Addresses.INTAKE);
    }

    /** The id of an earlier message, with another body. */
    void conflict(Sender sender, IntakeMessage message, byte[] body) {
        add(
                sender.principal(),
                sender.agency().id(),
                "CONFLICT",
                "messageId",
                "an earlier message with this id had another body",
                ModelJson.write(message),
                body.length > 0,
                Addresses.INTAKE);
    }

    /** A message that cannot be read, and the enquiry that stands on the board for it. */
    void unreadable(Sender sender, IntakeMessage message, byte[] body, Unreadable fault, EnquiryId enquiry) {
        UUID id = add(
                sender.principal(),
                sender.agency().id(),
                fault.fault().name(),
                fault.place(),
                fault.reason(),
                ModelJson.write(message),
                fault.fault() != Unreadable.Fault.CLASSIFIED_TOO_HIGH && body.length > 0,
                Addresses.INTAKE);
        standsFor(id, message, enquiry);
    }

    private void standsFor(UUID id, IntakeMessage message, EnquiryId enquiry) {
        Matcher name = REPLAYED.matcher(message.messageId().value());
        if (name.matches()) {
            store.standsForMended(id, UUID.fromString(name.group(1)), enquiry);
        } else {
            store.standsFor(id, message.messageId(), enquiry);
        }
    }

    /** Its sender has sent it again, mended: it waits no more. */
    void resent(Sender sender, UUID id) {
        store.settle(id, WAITING, "RESENT", clock.instant());
        audit.noted(Act.REPLAY, sender.principal().value(), "RESENT", List.of(Audit.claim("message", id)));
    }

    /** A message of a known sender on which the hub itself failed, time and again, and the enquiry that stands for it. */
    void failing(Sender sender, IntakeMessage message, String where, EnquiryId enquiry) {
        UUID id = add(
                sender.principal(),
                sender.agency().id(),
                HUB_FAULT,
                "message",
                where,
                ModelJson.write(message),
                true,
                Addresses.INTAKE);
        standsFor(id, message, enquiry);
    }

    /** The id under which a message that waits here is sent again, mended: always the same for one message. */
    public static MessageId replayOf(UUID id) {
        return new MessageId(REPLAY + id);
    }

    /** The enquiry that stands for the message of this sender of which this one is the mended form. */
    Optional<EnquiryId> mendedBy(Sender sender, MessageId message) {
        Matcher name = REPLAYED.matcher(message.value());
        return name.matches() ? store.enquiryOf(UUID.fromString(name.group(1)), sender.principal()) : Optional.empty();
    }

    /** An answer that may not come in. */
    public void answer(Sender sender, byte[] answer, String fault, String reason) {
        add(sender.principal(), sender.agency().id(), fault, "answer", reason, answer, true, Addresses.ANSWERS);
    }

    /** An answer with an item above OFFICIAL-SENSITIVE: not kept. */
    public void classifiedAnswer(Sender sender, byte[] answer) {
        add(
                sender.principal(),
                sender.agency().id(),
                Unreadable.Fault.CLASSIFIED_TOO_HIGH.name(),
                "answer",
                "classified above OFFICIAL-SENSITIVE",
                answer,
                false,
                Addresses.ANSWERS);
    }

    /** A message of nobody known, on which the hub itself failed, time and again. */
    public void failing(Principal transport, String address, byte[] sealed, String fault) {
        add(transport, HUB, HUB_FAULT, "message", fault, sealed, true, address);
    }

    private UUID add(
            Principal principal,
            AgencyId agency,
            String fault,
            String place,
            String reason,
            byte[] body,
            boolean keep,
            String address) {
        QuarantineRow row = new QuarantineRow(
                principal,
                agency,
                address,
                body.length,
                Digests.of(body),
                fault,
                place,
                reason,
                WAITING,
                clock.instant(),
                Optional.empty());
        UUID id = store.add(row, keep ? Optional.of(body) : Optional.empty());
        audit.noted(
                Act.QUARANTINE,
                principal.value(),
                fault,
                List.of(Audit.claim("message", id), Audit.claim("reason", reason)));
        return id;
    }
}
