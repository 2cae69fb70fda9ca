package uk.mashhub.hub;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;

/**
 * Which other enquiries an enquiry reaches: by a flag, a link or an answer about its people. They are locked with it, in the
 * order of their ids, so that no two of them wait for each other (ruling 14).
 */
public final class Reach {
    private final EnquiryLedger ledger;
    private final PeopleBook book;

    public Reach(EnquiryLedger ledger, PeopleBook book) {
        this.ledger = ledger;
        this.book = book;
    }

    Enquiry lock(EnquiryId id) {
        lockAll(Set.of(id));
        return ledger.lock(id);
    }

    void lockAll(Set<EnquiryId> ids) {
        Set<EnquiryId> all = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        all.addAll(ids);
        ids.forEach(id -> all.addAll(book.around(id)));
        all.forEach(ledger::lock);
    }

    /** Enters the people of a contact; says which other enquiries it reaches, and locks those. */
    Set<EnquiryId> enter(Enquiry enquiry, EnquiryFact.Received received) {
        book.enter(enquiry.id(), received).forEach(f -> ledger.append(enquiry.id(), received.sender(), f));
        // Flags of the new referral reach the enquiries that it links to, and those reach each other through it.
        List<PersonId> people = received.people().stream().map(PacketPerson::id).toList();
        Set<EnquiryId> reached = book.reach(people);
        reached.forEach(ledger::lock);
        return reached;
    }
}
