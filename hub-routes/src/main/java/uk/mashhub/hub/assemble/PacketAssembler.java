package uk.mashhub.hub.assemble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketHousehold;
import uk.mashhub.model.enquiry.SharingOverride;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.Relationship;

/** Folds the ledger of an enquiry into its packet. The same ledger and instant give the same packet. */
public final class PacketAssembler {
    private final PeopleFolder people = new PeopleFolder();
    private final AgencyStates agencies = new AgencyStates();
    private final ChildDecisions decisions = new ChildDecisions();

    /**
     * The packet at an instant.
     *
     * @param stopped agencies that have stopped sharing
     * @param travelling safety flags of people of other enquiries who are, or may be, people of this one (ruling 10)
     */
    public Packet packet(Enquiry enquiry, Area area, Set<AgencyId> stopped, TravellingFlags travelling, Instant asAt) {
        return new Packet(
                enquiry.id(),
                enquiry.row().reference(),
                enquiry.row().area(),
                enquiry.stage(),
                enquiry.purpose(),
                enquiry.rating(),
                enquiry.row().receivedAt(),
                enquiry.row().dueAt(),
                asAt,
                people.fold(enquiry, travelling),
                households(enquiry),
                relationships(enquiry),
                items(enquiry, area),
                ownerActs(enquiry),
                consents(enquiry),
                overrides(enquiry),
                agencies.fold(enquiry, area, stopped),
                decisions.fold(enquiry));
    }

    private static List<PacketHousehold> households(Enquiry enquiry) {
        Links links = new Links(enquiry);
        List<PacketHousehold> all = new ArrayList<>();
        enquiry.facts(EnquiryFact.Received.class)
                .forEach(r -> r.households().forEach(h -> all.add(links.told(r.sender(), r.source(), h))));
        enquiry.facts(EnquiryFact.Answered.class)
                .forEach(a -> a.households().forEach(h -> all.add(links.told(a.agency(), a.source(), h))));
        return all;
    }

    private static List<Relationship> relationships(Enquiry enquiry) {
        List<Relationship> all = new ArrayList<>();
        enquiry.facts(EnquiryFact.Received.class).forEach(r -> all.addAll(r.relationships()));
        enquiry.facts(EnquiryFact.Answered.class).forEach(a -> all.addAll(a.relationships()));
        return all.stream().distinct().toList();
    }

    private static List<Item> items(Enquiry enquiry, Area area) {
        List<Item> all = new ArrayList<>(UnreadableContact.items(enquiry, area));
        enquiry.facts(EnquiryFact.Received.class).forEach(r -> all.addAll(r.items()));
        enquiry.broughtIn().forEach(b -> all.add(b.known()));
        enquiry.facts(EnquiryFact.Answered.class).forEach(a -> all.addAll(a.items()));
        return SaidAgain.once(new Links(enquiry).settled(all));
    }

    private static List<OwnerAct> ownerActs(Enquiry enquiry) {
        List<OwnerAct> all = new ArrayList<>();
        for (Enquiry.Entry entry : enquiry.entries()) {
            if (entry.fact() instanceof EnquiryFact.Acted acted && acted.act() instanceof Act.OwnItem own) {
                all.add(new OwnerAct(own.item(), own.kind(), own.teams(), own.text(), entry.at()));
            }
        }
        return all;
    }

    /** All that was ever said, each with its place: which word stands is for policy to say. */
    private static List<Consent> consents(Enquiry enquiry) {
        List<Consent> all = new ArrayList<>();
        enquiry.facts(EnquiryFact.Received.class).forEach(r -> all.addAll(r.consents()));
        for (Enquiry.Entry entry : enquiry.entries()) {
            if (entry.fact() instanceof EnquiryFact.Acted acted && acted.act() instanceof Act.RecordAgreement a) {
                Consent.Recorded recorded = new Consent.Recorded(entry.at(), entry.seq());
                all.add(new Consent(
                        a.state(), a.covers(), a.givenBy(), a.notSoughtBecause(), a.terms(), Optional.of(recorded)));
            }
        }
        return all;
    }

    /** Those in force: an agency for which one was withdrawn needs another (ruling 5). */
    private static List<SharingOverride> overrides(Enquiry enquiry) {
        List<SharingOverride> all = new ArrayList<>();
        for (Enquiry.Entry entry : enquiry.entries()) {
            if (entry.fact() instanceof EnquiryFact.Acted acted && acted.act() instanceof Act.RecordOverride o) {
                all.add(new SharingOverride(o.agencies(), o.reason(), entry.at()));
            } else if (entry.fact() instanceof EnquiryFact.Acted acted
                    && acted.act() instanceof Act.WithdrawOverride w) {
                all.replaceAll(o -> without(o, w.agencies()));
                // Without agencies it would read as for all of them.
                all.removeIf(o -> o.agencies().isEmpty());
            }
        }
        return all;
    }

    private static SharingOverride without(SharingOverride override, Set<AgencyId> agencies) {
        Set<AgencyId> left = new HashSet<>(override.agencies());
        left.removeAll(agencies);
        return new SharingOverride(left, override.reason(), override.at());
    }
}
