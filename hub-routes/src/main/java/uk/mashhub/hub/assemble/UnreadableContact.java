package uk.mashhub.hub.assemble;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * A contact that could not be read, as people must see it: about a child whom nobody can name yet, with one line that says
 * whom to ring (ruling 26). The child has no name or number, so that nobody can be asked about them.
 */
final class UnreadableContact {
    /** The label of the line, by which the board finds it. */
    private static final String LABEL = "Unreadable message";

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.UK);

    private UnreadableContact() {}

    static List<PacketPerson> people(Enquiry enquiry) {
        return waiting(enquiry)
                .map(u -> new PacketPerson(child(u), Set.of(SubjectRole.INDEX_CHILD), nobody(), List.of()))
                .toList();
    }

    static List<Item> items(Enquiry enquiry, Area area) {
        return waiting(enquiry).map(u -> item(enquiry, area, u)).toList();
    }

    /** Whether this is the child whom nobody could name: gone once the contact is mended. */
    static boolean isNobody(Enquiry enquiry, PersonId person) {
        return enquiry.facts(EnquiryFact.ReceivedUnreadable.class).anyMatch(u -> child(u).equals(person));
    }

    /** What still cannot be read: mended, it has become the referral. */
    private static Stream<EnquiryFact.ReceivedUnreadable> waiting(Enquiry enquiry) {
        return enquiry.facts(EnquiryFact.ReceivedUnreadable.class)
                .filter(u -> enquiry.referral().isEmpty());
    }

    private static Item item(Enquiry enquiry, Area area, EnquiryFact.ReceivedUnreadable unreadable) {
        Agency sender = area.agency(unreadable.sender()).orElseThrow();
        String words = "Received from " + sender.name() + " at "
                + AT.format(enquiry.row().receivedAt().atZone(area.calendar().zone()))
                + ", unreadable. Ring them: " + sender.contact() + ".";
        return new Item(
                new ItemId(unreadable.referral().value()),
                new Provenance(
                        unreadable.sender(),
                        Optional.empty(),
                        unreadable.source(),
                        unreadable.referral().toString(),
                        "",
                        Optional.empty(),
                        Optional.of(enquiry.row().receivedAt()),
                        enquiry.row().receivedAt()),
                EventTime.unknown(),
                List.of(new Subject(child(unreadable), SubjectRole.INDEX_CHILD)),
                ItemLabels.fact(DataClass.REFERRAL_NARRATIVE),
                List.of(new ItemField(FieldKind.STATUS, LABEL, words)),
                List.of());
    }

    /** One id for as long as the referral is kept, so that views of it stay the same views. */
    private static PersonId child(EnquiryFact.ReceivedUnreadable unreadable) {
        return new PersonId(unreadable.referral().value());
    }

    private static PersonDetails nobody() {
        return new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());
    }
}
