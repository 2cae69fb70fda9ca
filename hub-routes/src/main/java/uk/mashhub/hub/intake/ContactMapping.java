package uk.mashhub.hub.intake;

import java.util.List;
import java.util.stream.Collectors;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.ReferralId;

/** Turns a contact into the first fact of an enquiry. Every person is new: who they may be is for matching to say. */
final class ContactMapping {
    private final RandomSource random;

    ContactMapping(RandomSource random) {
        this.random = random;
    }

    EnquiryFact.Received received(ReferralId referral, Sender sender, Contact contact, Origin origin) {
        PeopleOfMessage people = new PeopleOfMessage(random);
        List<PacketPerson> persons =
                contact.people().stream().map(p -> person(p, people)).toList();
        return new EnquiryFact.Received(
                referral,
                sender.agency().id(),
                sender.source().id(),
                contact.referrer(),
                contact.categories(),
                contact.immediateDanger(),
                persons,
                people.households(contact.households()),
                people.relationships(contact.relationships()),
                consents(contact, people),
                contact.items().stream().map(i -> people.item(i, origin)).toList());
    }

    private PacketPerson person(ContactPerson p, PeopleOfMessage people) {
        PersonId id = PersonId.random(random);
        people.name(p.key(), id);
        return new PacketPerson(id, p.roles(), p.details(), p.flags());
    }

    private static List<Consent> consents(Contact contact, PeopleOfMessage people) {
        return contact.consents().stream()
                .map(c -> new Consent(
                        c.state(),
                        c.covers().stream().map(people::required).collect(Collectors.toSet()),
                        c.givenBy(),
                        c.notSoughtBecause()))
                .toList();
    }
}
