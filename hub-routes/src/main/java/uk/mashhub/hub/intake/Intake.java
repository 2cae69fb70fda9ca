package uk.mashhub.hub.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.Arrival;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.storage.ReferralRow;
import uk.mashhub.hub.storage.ReferralStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.ReferralId;

/**
 * Takes in one contact: from whom it says it is, once, kept whole; then opens the enquiry. Runs inside the caller's
 * database transaction, so that all of it holds or none.
 */
public final class Intake {
    private final Senders senders;
    private final IntakeSeal seal;
    private final Inbox inbox;
    private final ReferralStore referrals;
    private final ContactReader reader;
    private final Quarantine quarantine;
    private final EnquiryOpening opening;
    private final Audit audit;
    private final Clock clock;
    private final ContactMapping mapping;
    private final Receipts receipts;
    private final Resent resent;

    public Intake(
            Senders senders,
            IntakeSeal seal,
            Inbox inbox,
            ReferralStore referrals,
            ContactReader reader,
            Quarantine quarantine,
            EnquiryOpening opening,
            Audit audit,
            Receipts receipts,
            Resent resent,
            Clock clock,
            RandomSource random) {
        this.senders = senders;
        this.seal = seal;
        this.inbox = inbox;
        this.referrals = referrals;
        this.reader = reader;
        this.quarantine = quarantine;
        this.opening = opening;
        this.audit = audit;
        this.clock = clock;
        this.receipts = receipts;
        this.resent = resent;
        this.mapping = new ContactMapping(random);
    }

    /**
     * Accepts a sealed {@link IntakeMessage}.
     *
     * @param transport whom the broker authenticated
     * @return the enquiry that it opened, or in which its unreadable form waited; empty for a repeat, a conflict or a message that is nobody's
     */
    public Optional<EnquiryId> accept(Principal transport, byte[] sealed) {
        Optional<IntakeMessage> opened = seal.open(sealed);
        if (opened.isEmpty()) {
            quarantine.unopenable(transport, sealed);
            return Optional.empty();
        }
        IntakeMessage message = opened.get();
        Principal principal = senders.speaking(transport, message.onBehalfOf());
        Optional<Sender> sender = senders.of(principal).filter(s -> maySend(s, message));
        if (sender.isEmpty()) {
            quarantine.notYours(principal, message);
            return Optional.empty();
        }
        return once(sender.get(), message, this::first);
    }

    private static boolean maySend(Sender sender, IntakeMessage message) {
        return sender.source().id().equals(message.source())
                && (message.faultAtTheDoor().isPresent()
                        || sender.source().formats().contains(message.format()));
    }

    /**
     * Sets aside a message on which the hub itself failed, time and again: it waits for a person, and stands on the board as
     * one that could not be read (ruling 26).
     *
     * @param where the kind and place of the hub's fault, without any value
     * @return the enquiry that stands for it; empty where {@link #accept} would open none either
     */
    public Optional<EnquiryId> setAside(Principal transport, byte[] sealed, String where) {
        Optional<IntakeMessage> opened = seal.open(sealed);
        Optional<Sender> sender = opened.flatMap(
                m -> senders.of(senders.speaking(transport, m.onBehalfOf())).filter(s -> maySend(s, m)));
        if (sender.isEmpty()) {
            quarantine.failing(transport, Addresses.INTAKE, sealed, where);
            return Optional.empty();
        }
        return once(sender.get(), opened.orElseThrow(), (from, message, referral, body) -> {
            audit.intakeReceipt(from, referral, body);
            EnquiryId enquiry = standIn(from, message, referral, Quarantine.HUB_FAULT, "message");
            quarantine.failing(from, message, where, enquiry);
            return Optional.of(enquiry);
        });
    }

    /** What is done with a message that is seen for the first time. */
    private interface Taking {
        Optional<EnquiryId> take(Sender sender, IntakeMessage message, ReferralId referral, byte[] body);
    }

    private Optional<EnquiryId> once(Sender sender, IntakeMessage message, Taking taking) {
        byte[] body = Base64.getDecoder().decode(message.bodyBase64());
        // The door told the sender this receipt before the hub had the message: the same inputs make the same id.
        ReferralId referral = new ReferralId(receipts.of(sender.principal(), message.messageId(), Digests.of(body)));
        Arrival arrival = inbox.arrive(
                sender.principal(), message.messageId(), Digests.of(body), referral.value(), clock.instant());
        if (arrival instanceof Arrival.Conflict) {
            return again(sender, message, referral, body, taking);
        }
        return arrival instanceof Arrival.First ? taking.take(sender, message, referral, body) : Optional.empty();
    }

    /** Another body under a known id: the mended form of one that waits unread, or a conflict. */
    private Optional<EnquiryId> again(
            Sender sender, IntakeMessage message, ReferralId referral, byte[] body, Taking taking) {
        byte[] digest = Digests.of(body);
        if (resent.known(sender.principal(), message.messageId(), digest)) {
            return Optional.empty();
        }
        Optional<UUID> unread =
                resent.waiting(sender.principal(), message.messageId()).map(QuarantineStore.Kept::id);
        if (unread.isEmpty()) {
            quarantine.conflict(sender, message, body);
            return Optional.empty();
        }
        IntakeMessage mended = new IntakeMessage(
                Quarantine.replayOf(unread.get()),
                message.source(),
                message.format(),
                message.receivedAt(),
                message.onBehalfOf(),
                message.bodyBase64());
        Arrival arrival =
                inbox.arrive(sender.principal(), mended.messageId(), digest, referral.value(), clock.instant());
        if (!(arrival instanceof Arrival.First)) {
            return Optional.empty();
        }
        quarantine.resent(sender, unread.get());
        return taking.take(sender, mended, referral, body);
    }

    private Optional<EnquiryId> first(Sender sender, IntakeMessage message, ReferralId referral, byte[] body) {
        Instant at = message.receivedAt();
        audit.intakeReceipt(sender, referral, body);
        if (message.faultAtTheDoor().isPresent()) {
            return unreadable(
                    sender,
                    message,
                    referral,
                    body,
                    new Unreadable(message.faultAtTheDoor().get(), "message", "refused at the door, not kept"));
        }
        try {
            Contact contact = reader.read(
                    message.format(), body, new Received(sender.source().id(), at));
            return readable(sender, message, referral, contact, body);
        } catch (Unreadable e) {
            return unreadable(sender, message, referral, body, e);
        } catch (PeopleOfMessage.UnknownPerson e) {
            return unreadable(
                    sender,
                    message,
                    referral,
                    body,
                    new Unreadable(Unreadable.Fault.NOT_VALID, "people", PeopleOfMessage.UnknownPerson.REASON));
        }
    }

    private Optional<EnquiryId> readable(
            Sender sender, IntakeMessage message, ReferralId referral, Contact contact, byte[] body) {
        Instant at = message.receivedAt();
        EnquiryFact.Received fact = mapping.received(
                referral,
                sender,
                contact,
                new Origin(sender.agency().id(), sender.source().id(), at));
        Optional<EnquiryId> stoodIn = quarantine.mendedBy(sender, message.messageId());
        Optional<EnquiryId> enquiry = stoodIn.isPresent()
                ? opening.mend(stoodIn.get(), sender, fact)
                : Optional.of(opening.open(sender, at, fact));
        referrals.add(
                new ReferralRow(
                        referral,
                        stoodIn.or(() -> enquiry),
                        sender.principal(),
                        message.source(),
                        message.format(),
                        at),
                Holders.agency(sender.agency().id()),
                body);
        return enquiry;
    }

    /** It cannot be read, but it was received: the clock runs and the board says whom to ring (ruling 26). */
    private Optional<EnquiryId> unreadable(
            Sender sender, IntakeMessage message, ReferralId referral, byte[] body, Unreadable fault) {
        EnquiryId enquiry = standIn(sender, message, referral, fault.fault().name(), fault.place());
        quarantine.unreadable(sender, message, body, fault, enquiry);
        return Optional.of(enquiry);
    }

    /** The enquiry that stands for what cannot be read: one for a message, however often its mended form fails too. */
    private EnquiryId standIn(Sender sender, IntakeMessage message, ReferralId referral, String fault, String place) {
        return quarantine
                .mendedBy(sender, message.messageId())
                .orElseGet(() -> opening.open(
                        sender,
                        message.receivedAt(),
                        new EnquiryFact.ReceivedUnreadable(
                                referral, sender.agency().id(), sender.source().id(), fault, place)));
    }
}
