package uk.mashhub.hub.disclose;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.EncompassNotice;
import uk.mashhub.policy.fact.PersonStanding;

/**
 * A domestic-abuse incident of which the police told by themselves, and one child of school age in it. What the police wrote
 * is written for the room, not for a school: it stays behind, and the school rings. Police formats do not say whether the
 * child was there, so neither does this.
 *
 * @param item the incident itself
 */
record EncompassIncident(AgencyId owner, ItemId item, PersonId child, EncompassNotice.Incident told) {
    private static final String RING = "Ring the police desk.";
    /** Reception, in which a child becomes five, to the last year of school. */
    private static final int YOUNGEST = 4;

    private static final int OLDEST = 17;

    /** Those of whom everything is known that a notice must say: the reference, the day, and the child's name and birth. */
    static List<EncompassIncident> of(Area area, Enquiry enquiry, Packet packet) {
        List<EncompassIncident> all = new ArrayList<>();
        enquiry.facts(EnquiryFact.Received.class)
                .filter(r -> area.agency(r.sender())
                        .map(Agency::sector)
                        .filter(s -> s == Sector.POLICE)
                        .isPresent())
                .forEach(r -> r.items().stream()
                        .filter(EncompassIncident::incident)
                        .forEach(i -> all.addAll(of(r, i, packet))));
        return all;
    }

    /** The record that bears the incident's own number; what else is told of it are parts of that. */
    private static boolean incident(Item item) {
        return item.labels().dataClass() == DataClass.DOMESTIC_ABUSE_INCIDENT
                && item.provenance().eventKey().isPresent()
                && item.fields().stream().anyMatch(f -> f.kind() == FieldKind.CATEGORY)
                && item.fields().stream().noneMatch(f -> f.kind() == FieldKind.NARRATIVE);
    }

    private static List<EncompassIncident> of(EnquiryFact.Received received, Item item, Packet packet) {
        List<EncompassIncident> all = new ArrayList<>();
        for (PacketPerson person : packet.people()) {
            boolean inIt = item.subjects().stream().anyMatch(s -> s.person().equals(person.id()));
            if (inIt && PersonStanding.of(person.roles()) == PersonStanding.CHILD) {
                told(received, item, person)
                        .map(t -> new EncompassIncident(item.provenance().owner(), item.id(), person.id(), t))
                        .filter(x -> all.stream().noneMatch(y -> y.child().equals(x.child())))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<EncompassNotice.Incident> told(
            EnquiryFact.Received received, Item item, PacketPerson child) {
        Optional<LocalDate> on = item.when().from();
        Optional<LocalDate> born = child.details().birthDate().map(b -> b.date());
        Optional<String> name = child.details().usualName().map(PersonName::full);
        String reference = item.provenance().eventKey().orElseThrow();
        if (on.isEmpty() || born.isEmpty() || name.isEmpty() || !atSchool(born.get(), on.get())) {
            return Optional.empty();
        }
        return Optional.of(new EncompassNotice.Incident(
                name.get(),
                born.get(),
                reference,
                on.get(),
                place(received, item, child),
                EncompassNotice.Presence.UNKNOWN,
                "",
                RING));
    }

    private static boolean atSchool(LocalDate born, LocalDate on) {
        int age = Period.between(born, on).getYears();
        return age >= YOUNGEST && age <= OLDEST;
    }

    private static EncompassNotice.Place place(EnquiryFact.Received received, Item incident, PacketPerson child) {
        String part = incident.provenance().recordId() + "/";
        List<String> homes = child.details().addresses().stream()
                .filter(a -> a.to().isEmpty()
                        && (a.use() == DatedAddress.AddressUse.CURRENT || a.use() == DatedAddress.AddressUse.USUAL))
                .map(a -> letters(lines(a.address())))
                .toList();
        Optional<String> place = received.items().stream()
                .filter(i -> i.labels().dataClass() == DataClass.LOCATION)
                .filter(i -> i.provenance().recordId().startsWith(part))
                .flatMap(i -> i.fields().stream())
                .filter(f -> f.kind() == FieldKind.ADDRESS)
                .map(ItemField::value)
                .map(EncompassIncident::letters)
                .filter(t -> !t.isEmpty())
                .findFirst();
        if (place.isEmpty() || homes.isEmpty()) {
            return EncompassNotice.Place.UNKNOWN;
        }
        return homes.contains(place.get()) ? EncompassNotice.Place.AT_HOME : EncompassNotice.Place.ELSEWHERE;
    }

    private static String lines(Address address) {
        return String.join(" ", address.lines());
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    @Override
    public String toString() {
        return "EncompassIncident[not shown]";
    }
}
