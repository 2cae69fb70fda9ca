package uk.mashhub.policy.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.enquiry.AgencyStatus;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Sector;

/** A packet as one audience would read it from one person's perspective: what facts are computed from. */
public final class Scene {
    private final Packet packet;
    private final Audience audience;
    private final PersonId perspective;
    private final ActsFor actsFor;
    private final Artefact artefact;
    private final Windows windows;
    private final LocalDate today;
    private final Map<PersonId, PacketPerson> people = new HashMap<>();
    private final Map<ItemId, List<OwnerAct>> acts = new HashMap<>();
    private final Agreement agreement;
    private final Safety safety;
    private final boolean perpetratorSide;

    /**
     * @param actsFor for whom else the reader acts: if one of them is of the perpetrator's side, so is all that the reader
     *     reads (ruling 4)
     */
    public Scene(
            Packet packet,
            Audience audience,
            PersonId perspective,
            ActsFor actsFor,
            Artefact artefact,
            Windows windows) {
        this.packet = packet;
        this.audience = audience;
        this.perspective = perspective;
        this.actsFor = actsFor;
        this.artefact = artefact;
        this.windows = windows;
        this.today = Days.of(packet.asAt());
        packet.people().forEach(p -> people.put(p.id(), p));
        packet.ownerActs()
                .forEach(a ->
                        acts.computeIfAbsent(a.item(), i -> new ArrayList<>()).add(a));
        this.agreement = new Agreement(this);
        this.safety = new Safety(this);
        this.perpetratorSide = safety.perpetratorSide();
    }

    public Packet packet() {
        return packet;
    }

    public Audience audience() {
        return audience;
    }

    public PersonId perspective() {
        return perspective;
    }

    /** For whom else the reader's team acts. */
    ActsFor actsFor() {
        return actsFor;
    }

    /** Whether what is read goes out of the room, or is read by somebody outside it. */
    boolean leavesTheRoom() {
        return artefact != Artefact.INSIDE_RECORD || audience.placement() == Placement.OUTSIDE;
    }

    public Artefact artefact() {
        return artefact;
    }

    public Windows windows() {
        return windows;
    }

    public LocalDate today() {
        return today;
    }

    public Safety safety() {
        return safety;
    }

    public boolean perpetratorSide() {
        return perpetratorSide;
    }

    /** The person of that id, if it is one of the enquiry. */
    public Optional<PacketPerson> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    /** The sector of an agency of the enquiry's area; UNKNOWN for any other. */
    Sector sectorOf(AgencyId agency) {
        return packet.agencies().stream()
                .filter(a -> a.agency().equals(agency))
                .map(AgencyStatus::sector)
                .findFirst()
                .orElse(Sector.UNKNOWN);
    }

    /** What the owner of an item has said. */
    public OwnerWord ownerWord(ItemId item) {
        return new OwnerWord(acts.getOrDefault(item, List.of()));
    }

    Agreement agreement() {
        return agreement;
    }
}
