package uk.mashhub.model.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.Relationship;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;

/**
 * Everything that is known on one enquiry at one instant. Never leaves the hub: policy turns it into views. Items of
 * undecided candidates are not in it (they wait); their restrictions are, on the people.
 *
 * @param reference random, for people to say aloud, such as {@code MH-7K2Q-94}
 * @param asAt the instant at which it was read; time facts are computed from it
 */
public record Packet(
        EnquiryId enquiry,
        String reference,
        AreaCode area,
        Stage stage,
        Purpose purpose,
        Rating rating,
        Instant receivedAt,
        Instant dueAt,
        Instant asAt,
        List<PacketPerson> people,
        List<PacketHousehold> households,
        List<Relationship> relationships,
        List<Item> items,
        List<OwnerAct> ownerActs,
        List<Consent> consents,
        List<SharingOverride> overrides,
        List<AgencyStatus> agencies,
        List<ChildDecision> decisions) {
    public Packet {
        Objects.requireNonNull(enquiry, "enquiry");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(rating, "rating");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(asAt, "asAt");
        people = List.copyOf(people);
        households = List.copyOf(households);
        relationships = List.copyOf(relationships);
        items = List.copyOf(items);
        ownerActs = List.copyOf(ownerActs);
        consents = List.copyOf(consents);
        overrides = List.copyOf(overrides);
        agencies = List.copyOf(agencies);
        decisions = List.copyOf(decisions);
    }

    /** The same, as if every agency shared: whether one takes part does not follow from what it shares itself. */
    public Packet asIfAllShared() {
        return with(purpose, agencies.stream().map(AgencyStatus::sharing).toList());
    }

    /** The same, for an emergency. */
    public Packet inEmergency() {
        return with(Purpose.EMERGENCY, agencies);
    }

    private Packet with(Purpose other, List<AgencyStatus> states) {
        return new Packet(
                enquiry,
                reference,
                area,
                stage,
                other,
                rating,
                receivedAt,
                dueAt,
                asAt,
                people,
                households,
                relationships,
                items,
                ownerActs,
                consents,
                overrides,
                states,
                decisions);
    }

    /** Whether an agency has stopped sharing. */
    public boolean stopped(AgencyId agency) {
        return agencies.stream().anyMatch(a -> a.stopped() && a.agency().equals(agency));
    }

    @Override
    public String toString() {
        return "Packet[" + enquiry + "]";
    }
}
