package uk.mashhub.hub.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.Arrival;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.Inbox;
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
    private final RandomSource random;

    public Intake(
            Senders senders,
            IntakeSeal seal,
            Inbox inbox,
            ReferralStore referrals,
            ContactReader reader,
            Quarantine quarantine,
            EnquiryOpening opening,
            Audit audit,
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
        this.random = random;
        this.mapping = new ContactMapping(random);
    }

    /**
     * Accepts a sealed {@link IntakeMessage}.
     *
     * @param transport whom the broker authenticated
     * @return the enquiry that it opened; empty for a repeat, a conflict or a message that is nobody's
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
        return once(sender.get(), message);
    }

    private static boolean maySend(Sender sender, IntakeMessage message) {
        return sender.source().id().equals(message.source())
                && (message.faultAtTheDoor().isPresent()
                        || sender.source().formats().contains(message.format()));
    }

    private Optional<EnquiryId> once(Sender sender, IntakeMessage message) {
        byte[] body = Base64.getDecoder().decode(message.bodyBase64());
        ReferralId referral = ReferralId.random(random);
        Arrival arrival = inbox.arrive(
                sender.principal(), message.messageId(), Digests.of(body), referral.value(), clock.instant());
        if (arrival instanceof Arrival.Conflict) {
            quarantine.conflict(sender, message, body);
        }
        return arrival instanceof Arrival.First
                ? Optional.of(first(sender, message, referral, body))
                : Optional.empty();
    }

    private EnquiryId first(Sender sender, IntakeMessage message, ReferralId referral, byte[] body) {
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
            EnquiryFact.Received fact = mapping.received(
                    referral,
                    sender,
                    contact,
                    new Origin(sender.agency().id(), sender.source().id(), at));
            EnquiryId enquiry = opening.open(sender, at, fact);
            referrals.add(
                    new ReferralRow(
                            referral, Optional.of(enquiry), sender.principal(), message.source(), message.format(), at),
                    Holders.agency(sender.agency().id()),
                    body);
            return enquiry;
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

    /** It cannot be read, but it was received: the clock runs and the board says whom to ring (ruling 26). */
    private EnquiryId unreadable(
            Sender sender, IntakeMessage message, ReferralId referral, byte[] body, Unreadable fault) {
        EnquiryId enquiry = opening.open(
                sender,
                message.receivedAt(),
                new EnquiryFact.ReceivedUnreadable(
                        referral,
                        sender.agency().id(),
                        sender.source().id(),
                        fault.fault().name(),
                        fault.place()));
        quarantine.unreadable(sender, message, body, fault);
        return enquiry;
    }
}
